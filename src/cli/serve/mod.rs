//! `zopa serve`: the workbench, a page at this machine's own address on which scenarios are made and played.
//!
//! The server does three things: it gives the page, it reads and writes scenario files of one folder, and it plays what the
//! page asks by the same requests that a page with an engine of its own makes (`web`). Whoever asks has to come from that
//! page: `door` says how that is known.

mod api;
mod ask;
mod door;
mod folder;
mod shipped;

use std::io::{BufRead as _, IsTerminal as _};
use std::net::{IpAddr, Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Args;

use super::ending::expect_page;
use super::engine;
use super::exit::{Exit, Failure};
use super::idle::refuse;
use super::input;
use super::output::{note, write_new};
use crate::web::{Opened, carried, served};
use door::Door;
use folder::Folder;

/// What to serve, and where.
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  zopa serve\n  zopa serve talks.toml\n  zopa serve --export workbench.html"
)]
pub(crate) struct ServeArgs {
    /// A scenario to open, or the folder of scenarios [default: this folder]
    pub(crate) path: Option<PathBuf>,
    /// Only print the link; do not open a browser
    #[arg(long)]
    pub(crate) no_open: bool,
    /// The port [default: one that is free]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub(crate) port: Option<u16>,
    /// The address to listen at [default: 127.0.0.1]. Any but this machine's own lets others in who have the link
    #[arg(long, value_name = "IP")]
    pub(crate) address: Option<IpAddr>,
    /// Threads to play on; 0 for all. The results do not depend on it
    #[arg(long, value_name = "N", default_value_t = 0,
        value_parser = clap::value_parser!(u16).range(0..=1024))]
    pub(crate) threads: u16,
    /// Instead: write the workbench as one page that plays by itself, without zopa and without a network
    #[arg(long, value_name = "FILE")]
    pub(crate) export: Option<PathBuf>,
}

/// All that a request may need.
struct Bench {
    door: Door,
    folder: Folder,
    /// The file that is open from the start.
    open: Option<String>,
    threads: usize,
    /// The page and its policy.
    page: (String, String),
}

pub(crate) fn serve(args: &ServeArgs) -> Result<Exit, Failure> {
    if let Some(page) = &args.export {
        return export(args, page);
    }
    let path = args.path.as_deref().unwrap_or(Path::new("."));
    let (folder, open) = if path.is_dir() {
        (path, None)
    } else {
        // Whatever cannot be read is refused before a browser opens.
        input::read(path)?;
        (input::parent(path), path.file_name().map(|name| name.to_string_lossy().into_owned()))
    };
    let folder = Folder::of(folder)?;
    if let Some(name) = &open {
        folder.read(name).map_err(Failure::usage)?;
    }
    let wished = SocketAddr::new(
        args.address.unwrap_or(IpAddr::V4(Ipv4Addr::LOCALHOST)),
        args.port.unwrap_or_default(),
    );
    let listener = TcpListener::bind(wished).map_err(|error| {
        Failure::io(format!(
            "cannot listen at {wished}: {error}; name another with --port or --address, or leave them out"
        ))
    })?;
    let address = listener.local_addr().map_err(|error| Failure::io(error.to_string()))?;
    if !address.ip().is_loopback() {
        note(&format!(
            "warning: {address} can be reached by other machines. Whoever has the link can read and write the \
             scenarios of {}, and what is sent is not encrypted",
            folder.shown()
        ));
    }
    let door = Door::at(address)?;
    let bench =
        Arc::new(Bench { door, folder, open, threads: usize::from(args.threads), page: served() });
    greet(&bench, !args.no_open)?;
    hand_out_links(&bench);
    api::run(listener, bench)
}

/// Says where the page is, and opens it.
fn greet(bench: &Bench, browser: bool) -> Result<(), Failure> {
    let link = bench.door.link()?;
    note(&format!(
        "The workbench of {} is at\n\n  {link}\n\nThe link works once. Enter prints another, Ctrl-C ends.",
        bench.folder.shown()
    ));
    // Where no browser can be opened the link is there to be followed.
    if browser && open::that_detached(&link).is_err() {
        note("No browser could be opened from here: follow the link yourself.");
    }
    Ok(())
}

/// Prints a new link at every Enter, where somebody is there to press it.
fn hand_out_links(bench: &Arc<Bench>) {
    if !std::io::stdin().is_terminal() {
        return;
    }
    let bench = Arc::clone(bench);
    std::thread::spawn(move || {
        for line in std::io::stdin().lock().split(b'\n') {
            let (Ok(_), Ok(link)) = (line, bench.door.link()) else { return };
            note(&format!("  {link}"));
        }
    });
}

/// Writes the workbench as one file.
fn export(args: &ServeArgs, page: &Path) -> Result<Exit, Failure> {
    let served = [
        ("--no-open", args.no_open),
        ("--port", args.port.is_some()),
        ("--address", args.address.is_some()),
        ("--threads", args.threads != 0),
    ];
    refuse(&served, "with --export, which writes a page that nobody serves; leave it out")?;
    let file = match &args.path {
        Some(path) if path.is_dir() => {
            return Err(Failure::usage(
                "a page by itself has no folder: name a scenario file that it is to open with, or none",
            ));
        }
        // Where the page lies is not where the file does: it goes by its name alone.
        Some(path) => {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            Some((name.into_owned(), input::read(path)?))
        }
        None => None,
    };
    let open = file.as_ref().map(|(file, text)| Opened { file, text });
    write_page(page, open, "--export")
}

/// Writes a workbench that carries its engine to a new file.
pub(crate) fn write_page(
    page: &Path,
    open: Option<Opened<'_>>,
    option: &str,
) -> Result<Exit, Failure> {
    expect_page(option, page)?;
    let engine = engine::needed(engine::WORKBENCH, "a page by itself")?;
    let shown = page.display();
    write_new(page, &carried(open, engine)).map_err(|error| {
        Failure::io(match error.kind() {
            std::io::ErrorKind::AlreadyExists => {
                format!(
                    "{shown} is there already, and nothing is written over it: name another file"
                )
            }
            _ => format!("cannot write {shown}: {error}"),
        })
    })?;
    note(&format!("wrote {shown}: it opens in any browser, and needs neither zopa nor a network"));
    Ok(Exit::Ok)
}
