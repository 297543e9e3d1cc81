//! What the server answers to which request.

use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::{ConnectInfo, DefaultBodyLimit, Request, State};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_LENGTH, CONTENT_SECURITY_POLICY, CONTENT_TYPE, REFERRER_POLICY,
    X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse as _, Response};
use axum::routing::{get, post};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::Bench;
use super::ask::answers;
use super::folder::{Listed, Text, Unsaved};
use super::shipped;
use crate::cli::exit::{Exit, Failure};
use crate::scenario::LARGEST_TEXT;

/// Bytes of the largest request: two texts, each of whose signs may take several in JSON.
const LARGEST: usize = 4 * LARGEST_TEXT;
/// The header with the token of a page.
const TOKEN: HeaderName = HeaderName::from_static("x-zopa-token");

type Shared = State<Arc<Bench>>;

/// Answers until the process ends.
pub(super) fn run(listener: TcpListener, bench: Arc<Bench>) -> Result<Exit, Failure> {
    let failed = |error: std::io::Error| Failure::io(format!("the server stopped: {error}"));
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_io()
        .build()
        .map_err(failed)?;
    listener.set_nonblocking(true).map_err(failed)?;
    runtime
        .block_on(async {
            let listener = tokio::net::TcpListener::from_std(listener)?;
            let service = routes(bench).into_make_service_with_connect_info::<SocketAddr>();
            axum::serve(listener, service).await
        })
        .map_err(failed)?;
    Ok(Exit::Ok)
}

fn routes(bench: Arc<Bench>) -> Router {
    // Whoever opened the page by a link.
    let inside = Router::new()
        .route("/api/key", post(key))
        .route("/api/files", post(files))
        .route("/api/open", post(open))
        .route("/api/save", post(save))
        .route("/api/ask", post(ask))
        .layer(from_fn_with_state(Arc::clone(&bench), with_token));
    Router::new()
        .route("/", get(page))
        .route("/api/session", post(session))
        .merge(inside)
        .fallback(async || error(StatusCode::NOT_FOUND, "there is nothing here"))
        .layer(DefaultBodyLimit::max(LARGEST))
        .layer(from_fn_with_state(Arc::clone(&bench), of_here))
        .with_state(bench)
}

/// Lets in what names this server, comes from its page and is not too long.
async fn of_here(
    State(bench): Shared,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    request: Request,
    next: Next,
) -> Response {
    let length = request.headers().get(CONTENT_LENGTH);
    let length = length.and_then(|length| length.to_str().ok()?.parse::<u64>().ok());
    guarded(if !bench.door.is_of_user(peer) {
        error(StatusCode::FORBIDDEN, "this is asked by another user of this machine")
    } else if !bench.door.is_of_here(request.headers()) {
        error(StatusCode::FORBIDDEN, "this is asked from another page than zopa's own")
    } else if length.is_some_and(|length| length > LARGEST as u64) {
        // What does not say how long it is, is cut off where it gets too long.
        error(StatusCode::PAYLOAD_TOO_LARGE, "this is more than a scenario may have")
    } else {
        next.run(request).await
    })
}

/// What every answer forbids: to be kept, to be guessed at, to be shown within or read by another page.
fn guarded(mut response: Response) -> Response {
    let headers = response.headers_mut();
    for (name, value) in [
        (CACHE_CONTROL, "no-store"),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (REFERRER_POLICY, "no-referrer"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    response
}

/// Lets in who has the token of a page.
async fn with_token(State(bench): Shared, request: Request, next: Next) -> Response {
    let token = request.headers().get(TOKEN).and_then(|token| token.to_str().ok());
    if token.is_some_and(|token| bench.door.knows(token)) {
        next.run(request).await
    } else {
        error(StatusCode::FORBIDDEN, "this page was not opened by a link of this zopa")
    }
}

async fn page(State(bench): Shared) -> Response {
    let (page, policy) = &bench.page;
    let mut response = Response::new(Body::from(page.clone()));
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    // A page cannot say of itself who may show it within another.
    if let Ok(policy) = format!("{policy}; frame-ancestors 'none'").parse() {
        headers.insert(CONTENT_SECURITY_POLICY, policy);
    }
    response
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Key {
    key: String,
}

async fn session(State(bench): Shared, body: String) -> Response {
    #[derive(Serialize)]
    struct Session<'a> {
        token: String,
        folder: String,
        open: Option<&'a str>,
    }
    read(&body, |Key { key }| match bench.door.token(&key) {
        Some(token) => {
            let (folder, open) = (bench.folder.whole(), bench.open.as_deref());
            json(StatusCode::OK, &Session { token, folder, open })
        }
        None => error(
            StatusCode::FORBIDDEN,
            "this link was used already, or is none of this zopa's: press Enter where it runs for another",
        ),
    })
}

async fn key(State(bench): Shared) -> Response {
    #[derive(Serialize)]
    struct Link {
        link: String,
    }
    match bench.door.link() {
        Ok(link) => json(StatusCode::OK, &Link { link }),
        Err(failure) => error(StatusCode::INTERNAL_SERVER_ERROR, &failure.message),
    }
}

async fn files(State(bench): Shared) -> Response {
    #[derive(Serialize)]
    struct Found {
        folder: String,
        files: Vec<Listed>,
        shipped: Vec<Listed>,
    }
    // A large folder takes a while, in which others are answered.
    let files = tokio::task::block_in_place(|| bench.folder.list());
    let (folder, shipped) = (bench.folder.whole(), shipped::list());
    json(StatusCode::OK, &Found { folder, files, shipped })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Open {
    name: String,
    #[serde(default)]
    shipped: bool,
}

async fn open(State(bench): Shared, body: String) -> Response {
    #[derive(Serialize)]
    struct Opened {
        name: String,
        #[serde(flatten)]
        text: Text,
    }
    read(&body, |Open { name, shipped }| {
        let text = if shipped {
            shipped::text(&name)
                .map(|text| Text::of(text.to_owned()))
                .ok_or_else(|| format!("zopa ships no “{name}”"))
        } else {
            bench.folder.read(&name)
        };
        match text {
            Ok(text) => json(StatusCode::OK, &Opened { name, text }),
            Err(why) => error(StatusCode::BAD_REQUEST, &why),
        }
    })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Save {
    name: String,
    text: String,
    base: Option<String>,
}

async fn save(State(bench): Shared, body: String) -> Response {
    #[derive(Serialize)]
    struct Saved {
        hash: String,
    }
    #[derive(Serialize)]
    struct Conflict {
        error: String,
        text: Option<String>,
        hash: Option<String>,
    }
    read(&body, |Save { name, text, base }| {
        match bench.folder.save(&name, &text, base.as_deref()) {
            Ok(Text { hash, .. }) => json(StatusCode::OK, &Saved { hash }),
            Err(Unsaved::Refused(why)) => error(StatusCode::BAD_REQUEST, &why),
            Err(Unsaved::Changed(there)) => {
                let (text, hash) = there.map(|there| (there.text, there.hash)).unzip();
                let error = match (&text, &base) {
                    (None, _) => format!("{name} is not there any more"),
                    (Some(_), None) => format!("{name} is there already"),
                    (Some(_), Some(_)) => format!("{name} was changed by somebody else"),
                };
                json(StatusCode::CONFLICT, &Conflict { error, text, hash })
            }
        }
    })
}

async fn ask(State(bench): Shared, body: String) -> Response {
    let answers = match answers(&bench, body) {
        Ok(answers) => answers,
        Err(no) => {
            return error(StatusCode::SERVICE_UNAVAILABLE, &format!("too much is played: {no}"));
        }
    };
    let mut response = Response::new(answers);
    response
        .headers_mut()
        .insert(CONTENT_TYPE, HeaderValue::from_static("application/x-ndjson; charset=utf-8"));
    response
}

/// Reads what is asked and answers it.
fn read<T: DeserializeOwned>(body: &str, answer: impl FnOnce(T) -> Response) -> Response {
    match serde_json::from_str(body) {
        Ok(asked) => answer(asked),
        Err(no) => error(StatusCode::BAD_REQUEST, &format!("this is no request: {no}")),
    }
}

fn error(status: StatusCode, why: &str) -> Response {
    #[derive(Serialize)]
    struct Why<'a> {
        error: &'a str,
    }
    json(status, &Why { error: why })
}

fn json(status: StatusCode, answer: &impl Serialize) -> Response {
    // Structs with names for keys always make JSON.
    let text = serde_json::to_string(answer).unwrap_or_default();
    (status, [(CONTENT_TYPE, "application/json")], text).into_response()
}
