//! Enough of HTML to read our own pages: tags, attributes and text, in order. What is not well formed
//! fails, so that reading a page is itself a test.

/// Elements without an end.
const VOID: [&str; 4] = ["meta", "link", "br", "hr"];

/// A piece of text with the elements round it, outermost first.
#[derive(Debug)]
pub(super) struct Piece {
    pub(super) text: String,
    pub(super) within: Vec<Tag>,
}

/// An element.
#[derive(Clone, Debug)]
pub(super) struct Tag {
    pub(super) name: String,
    pub(super) attributes: Vec<(String, String)>,
}

impl Tag {
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        let mut attributes = self.attributes.iter();
        attributes.find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}

impl Piece {
    /// The innermost element with this attribute.
    pub(super) fn holder(&self, attribute: &str) -> Option<&Tag> {
        self.within.iter().rev().find(|tag| tag.get(attribute).is_some())
    }

    pub(super) fn is_in(&self, name: &str) -> bool {
        self.within.iter().any(|tag| tag.name == name)
    }
}

/// Every text of a page, and every element that was opened.
pub(super) fn read(page: &str) -> (Vec<Piece>, Vec<Tag>) {
    let mut rest = page.strip_prefix("<!DOCTYPE html>").unwrap();
    let (mut pieces, mut tags, mut open) = (Vec::new(), Vec::new(), Vec::<Tag>::new());
    while !rest.is_empty() {
        let raw = open.last().filter(|tag| matches!(tag.name.as_str(), "script" | "style"));
        let end = match raw {
            Some(tag) => rest.find(&format!("</{}>", tag.name)).unwrap(),
            None => rest.find('<').unwrap_or(rest.len()),
        };
        let text = &rest[..end];
        if !text.is_empty() {
            pieces.push(Piece { text: plain(text), within: open.clone() });
        }
        rest = &rest[end..];
        let Some(inside) = rest.strip_prefix('<') else { break };
        let close = end_of_tag(inside);
        let tag = &inside[..close];
        rest = &inside[close + 1..];
        if let Some(name) = tag.strip_prefix('/') {
            let opened = open.pop().unwrap_or_else(|| panic!("</{name}> closes nothing"));
            assert_eq!(opened.name, name, "</{name}> closes <{}>", opened.name);
            continue;
        }
        let (tag, alone) = tag.strip_suffix('/').map_or((tag, false), |tag| (tag, true));
        let tag = parse(tag);
        tags.push(tag.clone());
        if !alone && !VOID.contains(&tag.name.as_str()) {
            open.push(tag);
        }
    }
    assert!(open.is_empty(), "left open: {open:?}");
    (pieces, tags)
}

fn end_of_tag(inside: &str) -> usize {
    let mut quoted = false;
    for (at, byte) in inside.bytes().enumerate() {
        match byte {
            b'"' => quoted = !quoted,
            b'>' if !quoted => return at,
            b'<' if !quoted => panic!("a < in a tag: {}", &inside[..at.min(80)]),
            _ => {}
        }
    }
    panic!("a tag that does not end")
}

fn parse(tag: &str) -> Tag {
    let name_end = tag.find(char::is_whitespace).unwrap_or(tag.len());
    let (name, mut rest) = (tag[..name_end].to_owned(), tag[name_end..].trim_start());
    assert!(name.bytes().all(|byte| byte.is_ascii_alphanumeric()), "<{tag}>");
    let mut attributes = Vec::new();
    while !rest.is_empty() {
        let key_end = rest.find(['=', ' ']).unwrap_or(rest.len());
        let key = rest[..key_end].to_owned();
        rest = rest[key_end..].trim_start();
        let mut value = String::new();
        if let Some(after) = rest.strip_prefix("=\"") {
            let end = after.find('"').unwrap();
            value = plain(&after[..end]);
            rest = after[end + 1..].trim_start();
        }
        attributes.push((key, value));
    }
    Tag { name, attributes }
}

/// Text with its entities read.
fn plain(text: &str) -> String {
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    text.replace("&#39;", "'").replace("&#x27;", "'").replace("&amp;", "&")
}
