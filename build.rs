//! Puts the engines of pages into the command, if they are there and were made of these very sources: that of living
//! reports, and that of the workbench, which is asked for more.
//!
//! `src/web/build` makes them: WebAssembly is another target, which a build for this machine cannot reach. The stamp
//! beside them says which sources they were made of; where those are others, the command goes without, and says how to
//! make them.

use std::fs;
use std::path::{Path, PathBuf};

/// What decides the engine beside its own sources.
const BESIDE: [&str; 3] = ["Cargo.lock", "Cargo.toml", "src/web/engine/Cargo.toml"];

/// What is in `src` and not in the engine: the command, and what pages look like and do.
fn is_of_engine(path: &Path) -> bool {
    let name = path.to_string_lossy().replace('\\', "/");
    let ending = path
        .extension()
        .is_some_and(|ending| ending == "css" || ending == "js" || ending == "html");
    !(ending || name.starts_with("src/cli/") || name == "src/main.rs" || name == "src/web/build")
}

fn main() {
    println!("cargo::rustc-check-cfg=cfg(zopa_engine)");
    // A path that is not there would have everything built again every time. `src/web/build`, which makes the stamp,
    // touches this file.
    let stamp = Some("target/web/engine.stamp").filter(|stamp| Path::new(stamp).exists());
    for path in ["build.rs", "src"].into_iter().chain(BESIDE).chain(stamp) {
        println!("cargo::rerun-if-changed={path}");
    }
    let mut sources: Vec<PathBuf> = BESIDE.iter().map(PathBuf::from).collect();
    collect(Path::new("src"), &mut sources);
    sources.retain(|path| is_of_engine(path));
    sources.sort();
    let stamp = format!("{:032x}", hash(&sources));
    // `src/web/build` reads it here, so that it is worked out in one place.
    println!("cargo::rustc-env=ZOPA_ENGINE_STAMP={stamp}");
    let made = fs::read_to_string("target/web/engine.stamp");
    let [engine, workbench] =
        ["engine", "workbench"].map(|name| fs::canonicalize(format!("target/web/{name}.wasm.gz")));
    if let (Ok(made), Ok(engine), Ok(workbench)) = (made, engine, workbench)
        && made.trim() == stamp
    {
        println!("cargo::rustc-cfg=zopa_engine");
        println!("cargo::rustc-env=ZOPA_ENGINE={}", engine.display());
        println!("cargo::rustc-env=ZOPA_WORKBENCH={}", workbench.display());
    }
}

fn collect(folder: &Path, found: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for path in entries.flatten().map(|entry| entry.path()) {
        if path.is_dir() {
            collect(&path, found);
        } else {
            found.push(path);
        }
    }
}

/// Names and contents by FNV-1a with 128 bits (Fowler, Noll, Vo & Eastlake 2025, RFC 9923): told apart are mistakes, not
/// attacks.
fn hash(sources: &[PathBuf]) -> u128 {
    const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;
    let mut state: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    let mut mix = |bytes: &[u8]| {
        for byte in bytes {
            state = (state ^ u128::from(*byte)).wrapping_mul(PRIME);
        }
    };
    for path in sources {
        let name = path.to_string_lossy().replace('\\', "/");
        // A checkout may have other ends of lines.
        let text = fs::read(path).unwrap_or_default();
        let text: Vec<u8> = text.into_iter().filter(|byte| *byte != b'\r').collect();
        mix(name.as_bytes());
        mix(&[0]);
        mix(&text);
        mix(&[0]);
    }
    state
}
