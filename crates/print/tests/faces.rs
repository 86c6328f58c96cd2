//! What a folder of fonts that is not whole is told.

use crate::samples;
use std::fs;

use yichuang_print::{FontError, FontSet, render};

#[test]
fn a_font_folder_that_is_not_whole_is_refused_with_a_code() {
    let folder = tempfile::tempdir().unwrap();
    let absent = FontSet::load(folder.path()).unwrap_err();
    assert!(matches!(
        absent,
        FontError::Unreadable {
            file: "serif-Regular.ttf",
            ..
        }
    ));
    assert_eq!(absent.code(), "PRINT-FONT-READ");
    fs::write(
        folder.path().join("serif-Regular.ttf"),
        b"<html>not a font</html>",
    )
    .unwrap();
    assert_eq!(
        FontSet::load(folder.path()).unwrap_err().code(),
        "PRINT-FONT-FORM"
    );
}

#[test]
fn a_font_file_cut_in_the_middle_is_an_error_not_a_blank_page() {
    let folder = tempfile::tempdir().unwrap();
    for entry in fs::read_dir(samples::font_dir()).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|ext| ext == "ttf") {
            let whole = fs::read(&path).unwrap();
            fs::write(folder.path().join(path.file_name().unwrap()), &whole[..100]).unwrap();
        }
    }
    let cut = FontSet::load(folder.path()).unwrap();
    let error = render(&samples::receipt().document(), &cut).unwrap_err();
    assert_eq!(error.code(), "PRINT-FONT-FORM");
}
