//! Looking for printers in places that are played.
#![cfg(target_os = "linux")]

use std::fs;
use std::path::Path;

use yichuang_device::printer::{LookOutcome, Place, Places, PrinterLink, Search, search};
use yichuang_device::simulator::{IppFault, IppOperation, IppPrinter};

/// A machine with these device files and descriptions of them, all of them plain files.
fn machine(root: &Path, service: &str, files: &[(&str, &str)]) -> Places {
    for (file, text) in files {
        let file = root.join(file);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }
    Places {
        service: service.to_owned(),
        usb: root.join("usb"),
        serial: root.join("dev"),
        classes: root.join("class"),
    }
}

fn names(search: &Search) -> Vec<(&str, &str)> {
    let found = search.found.iter();
    found
        .map(|one| (one.link.kind(), one.name.as_str()))
        .collect()
}

fn outcomes(search: &Search) -> Vec<(Place, LookOutcome)> {
    let looked = search.looked.iter();
    looked.map(|look| (look.place, look.outcome)).collect()
}

#[test]
fn queues_usb_printers_and_wired_ports_are_found() {
    let service = IppPrinter::start().unwrap();
    let root = tempfile::tempdir().unwrap();
    let places = machine(
        root.path(),
        &service.address(),
        &[
            ("usb/lp0", ""),
            ("usb/lp1", ""),
            ("usb/hiddev0", ""),
            (
                "class/usbmisc/lp1/device/ieee1284_id",
                "MFG:样例;MDL:XP-58\u{7};CLS:PRINTER;",
            ),
            ("dev/ttyUSB0", ""),
            ("dev/ttyS0", ""),
            ("dev/ttyS1", ""),
            ("dev/tty1", ""),
            ("class/tty/ttyS0/type", "4\n"),
            ("class/tty/ttyS1/type", "0\n"),
        ],
    );
    let search = search(&places);
    assert_eq!(
        names(&search),
        [
            ("ipp", "二楼回执"),
            ("ticket_usb", "lp0"),
            ("ticket_usb", "XP-58"),
            ("ticket_serial", "ttyS0"),
            ("ticket_serial", "ttyUSB0"),
        ]
    );
    assert_eq!(search.found[0].link, service.link(), "where it answered");
    assert!(
        search
            .looked
            .iter()
            .all(|look| look.outcome == LookOutcome::Found)
    );
}

#[test]
fn a_machine_without_printers_says_so_place_by_place() {
    let address = IppPrinter::start().unwrap().address();
    let root = tempfile::tempdir().unwrap();
    let search = search(&machine(root.path(), &address, &[]));
    assert_eq!(search.found, []);
    assert_eq!(
        outcomes(&search),
        [
            (Place::Spooler, LookOutcome::Unreachable),
            (Place::Usb, LookOutcome::None),
            (Place::Serial, LookOutcome::None),
        ]
    );
}

#[test]
fn queues_with_addresses_no_queue_has_are_left_out() {
    let mut answer = b"\x01\x01\x00\x00\x00\x00\x00\x01".to_vec();
    for (name, uri) in [
        ("good", "ipp://x/printers/good"),
        ("quoted", "ipp://x/printers/%E5%9B%9E"),
        ("spaced", "ipp://x/printers/a b"),
        ("bare", "nothing"),
        ("", "ipp://x/printers/nameless"),
    ] {
        answer.push(0x04);
        for (tag, key, value) in [
            (0x42, "printer-name", name),
            (0x45, "printer-uri-supported", uri),
        ] {
            answer.push(tag);
            for text in [key, value] {
                answer.extend(u16::try_from(text.len()).unwrap().to_be_bytes());
                answer.extend(text.bytes());
            }
        }
    }
    answer.push(0x03);
    let service = IppPrinter::start().unwrap();
    let garbage = IppFault::Garbage(answer);
    service.inject(IppOperation::CupsGetPrinters, garbage);
    let root = tempfile::tempdir().unwrap();
    let search = search(&machine(root.path(), &service.address(), &[]));
    assert_eq!(names(&search), [("ipp", "good"), ("ipp", "quoted")]);
    for found in &search.found {
        let again = PrinterLink::parse("ipp", &found.link.to_string());
        assert_eq!(again, Ok(found.link.clone()));
    }
}
