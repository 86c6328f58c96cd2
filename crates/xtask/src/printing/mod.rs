//! A print service and a printer for one run of the tests: a private `cupsd` whose queue leads to
//! `ippeveprinter`.
//!
//! Everything listens on the loopback device and keeps its files in one folder, which is gone
//! afterwards. `ippeveprinter` does not start without a multicast DNS service, so one is started
//! on a bus of its own, unless this machine runs one already.

use std::io::ErrorKind;
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::children::{Running, bound};
use crate::failure::Failure;
use crate::packages;
use crate::repo::Repo;

/// How long each program may take until it can be used.
const PATIENCE: Duration = Duration::from_secs(15);
const LOOK_EVERY: Duration = Duration::from_millis(50);
/// Where the system keeps its services' programs, which is not on everybody's path.
const SERVICES: &str = "/usr/sbin:/sbin";
/// By this every program finds the bus.
const BUS: &str = "DBUS_SYSTEM_BUS_ADDRESS";
/// The queue of the print service, and one whose printer is switched off.
const QUEUE: &str = "receipt";
const DEAD_QUEUE: &str = "unplugged";
/// `YICHUANG_TEST_…` variables the tests read.
const QUEUE_ADDRESS: &str = "YICHUANG_TEST_PRINT_QUEUE";
const DEAD_QUEUE_ADDRESS: &str = "YICHUANG_TEST_DEAD_QUEUE";
const PRINTER_ADDRESS: &str = "YICHUANG_TEST_PRINTER";
const OUTPUT: &str = "YICHUANG_TEST_PRINTED";

/// Running print programs; they end, and their folder goes, when dropped.
pub(crate) struct PrintRoom {
    // The last to start is the first to end.
    _service: Running,
    _printer: Running,
    _names: Option<(Running, Running)>,
    folder: Folder,
    service: u16,
    printer: u16,
}

impl PrintRoom {
    pub(crate) fn start(repo: &Repo) -> Result<Self, Failure> {
        let folder = Folder::new()?;
        let names = start_names(repo, &folder)?;
        let (printer_port, service_port) = (free_port()?, free_port()?);
        let printer = start_printer(repo, &folder, names.is_some(), printer_port)?;
        let service = start_service(repo, &folder, service_port)?;
        let room = Self {
            _service: service,
            _printer: printer,
            _names: names,
            folder,
            service: service_port,
            printer: printer_port,
        };
        room.add_queue(repo, QUEUE, room.printer, &["-m", "everywhere"])?;
        // A driver asks its printer what it is; one that is off has the other's.
        let driver = room.folder.path(&format!("root/ppd/{QUEUE}.ppd"));
        let driver = driver.to_string_lossy();
        room.add_queue(repo, DEAD_QUEUE, free_port()?, &["-P", &driver])?;
        Ok(room)
    }

    /// Tells a test program where the queues, the printer and what it printed are.
    pub(crate) fn lend<'a>(&self, command: &'a mut Command) -> &'a mut Command {
        let queue = |name: &str| format!("ipp://127.0.0.1:{}/printers/{name}", self.service);
        command
            .env(QUEUE_ADDRESS, queue(QUEUE))
            .env(DEAD_QUEUE_ADDRESS, queue(DEAD_QUEUE))
            .env(
                PRINTER_ADDRESS,
                format!("ipp://127.0.0.1:{}/ipp/print", self.printer),
            )
            .env(OUTPUT, self.folder.path("printed"))
    }

    /// A queue that leads to a printer at this port.
    fn add_queue(
        &self,
        repo: &Repo,
        name: &str,
        port: u16,
        driver: &[&str],
    ) -> Result<(), Failure> {
        let device = format!("ipp://localhost:{port}/ipp/print");
        let output = self
            .folder
            .command(repo, "lpadmin")
            .args(["-h", &format!("127.0.0.1:{}", self.service)])
            .args(["-p", name, "-E", "-v", &device])
            .args(driver)
            .output()
            .map_err(Failure::during("lpadmin"))?;
        if output.status.success() {
            return Ok(());
        }
        let words = String::from_utf8_lossy(&output.stderr).into_owned();
        Err(self.folder.failure("cupsd took no queue", &words))
    }
}

/// A bus and a multicast DNS service on it; `None` when the system has them.
fn start_names(repo: &Repo, folder: &Folder) -> Result<Option<(Running, Running)>, Failure> {
    let is_there = folder
        .command(repo, "avahi-daemon")
        .arg("--check")
        .output()
        .is_ok_and(|output| output.status.success());
    if is_there {
        return Ok(None);
    }
    let bus_config = folder.configure("bus.conf", include_str!("bus.conf"), 0)?;
    let mut bus = bound(repo, "dbus-daemon");
    bus.args(["--nofork", "--nopidfile"])
        .arg(format!("--config-file={}", bus_config.display()));
    let mut bus = folder.start("dbus-daemon", &mut bus)?;
    folder.wait(&mut bus, "dbus-daemon", || folder.path("bus").exists())?;

    let names_config = folder.configure("avahi.conf", include_str!("avahi.conf"), 0)?;
    let mut names = bound(repo, "avahi-daemon");
    names
        .args(["--no-drop-root", "--no-chroot", "--no-rlimits", "-f"])
        .arg(names_config)
        .env(BUS, folder.bus());
    let mut names = folder.start("avahi-daemon", &mut names)?;
    let log = folder.log("avahi-daemon");
    folder.wait(&mut names, "avahi-daemon", || {
        read(&log).contains("startup complete")
    })?;
    Ok(Some((names, bus)))
}

fn start_printer(
    repo: &Repo,
    folder: &Folder,
    has_own_bus: bool,
    port: u16,
) -> Result<Running, Failure> {
    let config = folder.configure("printer.conf", include_str!("printer.conf"), 0)?;
    let printed = folder.path("printed");
    std::fs::create_dir(&printed).map_err(Failure::during(printed.display()))?;
    let mut command = bound(repo, "ippeveprinter");
    if has_own_bus {
        command.env(BUS, folder.bus());
    }
    // With a command it prints at once; without, it takes as long as a real printer.
    command
        .args(["-r", "off", "-n", "localhost", "-k", "-c", "/bin/true"])
        .args(["-p", &port.to_string(), "-a"])
        .arg(config)
        .arg("-d")
        .arg(printed)
        .arg("sample");
    let mut printer = folder.start("ippeveprinter", &mut command)?;
    folder.wait(&mut printer, "ippeveprinter", || listens(port))?;
    Ok(printer)
}

fn start_service(repo: &Repo, folder: &Folder, port: u16) -> Result<Running, Failure> {
    let mut files = include_str!("cups-files.conf").to_owned();
    if packages::is_root(repo) {
        // Its filters run as somebody without rights, as on any machine.
        files.push_str("User lp\nGroup lp\n");
    }
    let files = folder.configure("cups-files.conf", &files, port)?;
    let config = folder.configure("cupsd.conf", include_str!("cupsd.conf"), port)?;
    for name in ["root", "requests", "requests/tmp", "cache", "state"] {
        let path = folder.path(name);
        std::fs::create_dir(&path).map_err(Failure::during(path.display()))?;
    }
    let mut command = bound(repo, "cupsd");
    command.arg("-f").arg("-c").arg(config).arg("-s").arg(files);
    let mut service = folder.start("cupsd", &mut command)?;
    folder.wait(&mut service, "cupsd", || listens(port))?;
    Ok(service)
}

/// The folder of one run, below the system's own for such things: the filters' account must be
/// able to reach it.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Result<Self, Failure> {
        let name = format!("yichuang-printing-{}", std::process::id());
        let path = std::env::temp_dir().join(name);
        match std::fs::remove_dir_all(&path) {
            Err(error) if error.kind() != ErrorKind::NotFound => {
                return Err(Failure::during(path.display())(error));
            }
            _ => {}
        }
        std::fs::create_dir(&path).map_err(Failure::during(path.display()))?;
        Ok(Self(path))
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    fn log(&self, program: &str) -> PathBuf {
        self.path(&format!("{program}.out"))
    }

    fn bus(&self) -> String {
        format!("unix:path={}", self.path("bus").display())
    }

    /// Writes a configuration with this folder and a port filled in.
    fn configure(&self, name: &str, text: &str, port: u16) -> Result<PathBuf, Failure> {
        let text = text
            .replace("@FOLDER@", &self.0.display().to_string())
            .replace("@PORT@", &port.to_string());
        let path = self.path(name);
        std::fs::write(&path, text).map_err(Failure::during(path.display()))?;
        Ok(path)
    }

    /// A program that finds the services' programs and writes nothing into a person's home.
    fn command(&self, repo: &Repo, program: &str) -> Command {
        let mut command = repo.command(program);
        self.prepare(&mut command);
        command
    }

    fn prepare(&self, command: &mut Command) {
        let path = std::env::var("PATH").unwrap_or_default();
        command
            .env("PATH", format!("{path}:{SERVICES}"))
            .env("HOME", &self.0)
            .env("LC_ALL", "C")
            .stdin(Stdio::null());
    }

    /// Starts a program that runs until it is told to end, with its words in its log.
    fn start(&self, name: &'static str, command: &mut Command) -> Result<Running, Failure> {
        let log = self.log(name);
        let out = std::fs::File::create(&log).map_err(Failure::during(log.display()))?;
        let err = out.try_clone().map_err(Failure::during(log.display()))?;
        self.prepare(command);
        Running::start(name, command.stdout(out).stderr(err))
    }

    /// Waits until a program can be used; says its last words when it cannot.
    fn wait(
        &self,
        running: &mut Running,
        name: &str,
        is_ready: impl Fn() -> bool,
    ) -> Result<(), Failure> {
        let until = Instant::now() + PATIENCE;
        while !is_ready() {
            let has_ended = matches!(running.child.try_wait(), Ok(Some(_)) | Err(_));
            if has_ended || Instant::now() > until {
                return Err(self.failure(
                    &format!("{name} does not start here"),
                    &read(&self.log(name)),
                ));
            }
            thread::sleep(LOOK_EVERY);
        }
        Ok(())
    }

    fn failure(&self, what: &str, words: &str) -> Failure {
        let words = words.trim();
        let service = read(&self.path("cupsd.log"));
        Failure::new(format!(
            "{what}, so printing cannot be tested against a real print service \
             (needed: root, or a system that runs avahi-daemon)\n{words}\n{service}"
        ))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        if let Err(error) = std::fs::remove_dir_all(&self.0) {
            eprintln!("xtask: removing {}: {error}", self.0.display());
        }
    }
}

fn read(path: &Path) -> String {
    let bytes = std::fs::read(path).unwrap_or_default();
    String::from_utf8_lossy(&bytes).into_owned()
}

/// A port nobody listens on; whoever takes it in between makes the program fail plainly.
fn free_port() -> Result<u16, Failure> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
        .and_then(|listener| listener.local_addr())
        .map(|address| address.port())
        .map_err(Failure::during("finding a free port"))
}

fn listens(port: u16) -> bool {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    TcpStream::connect_timeout(&address, LOOK_EVERY).is_ok()
}
