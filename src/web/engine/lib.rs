//! The door of the engine that a page carries: text in, texts out.
//!
//! A page asks in four steps. [`room`] says where the bytes of a request go; [`begin`] reads it; every [`step`] plays
//! on and says how long the next answer is, 0 when there is none left; [`answer`] says where it stands. What requests
//! and answers hold is `zopa::web`'s matter. The module imports nothing: no clock, no chance, no thread, no network.

#![expect(
    unsafe_code,
    reason = "an exported name may clash with others, so exporting one is unsafe"
)]

use std::cell::RefCell;

use zopa::web::Playing;

/// What is between the page and the engine.
#[derive(Default)]
struct Talk {
    /// Where the page writes what it asks.
    request: Vec<u8>,
    /// What is played.
    playing: Option<Playing<'static>>,
    /// What was answered last.
    answer: String,
}

thread_local! {
    static TALK: RefCell<Talk> = RefCell::default();
}

/// Room for a request of so many bytes of UTF-8.
#[unsafe(no_mangle)]
pub extern "C" fn room(bytes: usize) -> *mut u8 {
    TALK.with_borrow_mut(|talk| {
        talk.request = vec![0; bytes];
        talk.request.as_mut_ptr()
    })
}

/// Reads what was written there. What was played before is forgotten.
#[unsafe(no_mangle)]
pub extern "C" fn begin() {
    TALK.with_borrow_mut(|talk| {
        let request = std::mem::take(&mut talk.request);
        talk.playing = Some(Playing::begin(&String::from_utf8_lossy(&request)));
    });
}

/// Plays until there is something to say, and says how many bytes it has: 0 when all is said.
#[unsafe(no_mangle)]
pub extern "C" fn step() -> usize {
    TALK.with_borrow_mut(|talk| {
        let next = talk.playing.as_mut().and_then(Iterator::next);
        if next.is_none() {
            talk.playing = None;
        }
        talk.answer = next.unwrap_or_default();
        talk.answer.len()
    })
}

/// Where the last answer stands.
#[unsafe(no_mangle)]
pub extern "C" fn answer() -> *const u8 {
    TALK.with_borrow(|talk| talk.answer.as_ptr())
}
