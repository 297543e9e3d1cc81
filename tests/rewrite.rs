//! Files changed at a few places: what is changed is changed, and nothing else is.

use std::path::Path;

use zopa::scenario::{Content, Edit, Outline, Place, Step, outlined, rewritten};

use crate::library_writing::collect;

/// Every scenario that is shipped, with its text.
fn shipped() -> Vec<(String, String)> {
    let mut found = Vec::new();
    collect(&Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios"), &mut found);
    let read = |path: &std::path::PathBuf| std::fs::read_to_string(path).unwrap();
    found.iter().map(|path| (path.display().to_string(), read(path))).collect()
}

fn key(key: &str) -> Step {
    Step::Key(key.to_owned())
}

fn tree(text: &str) -> Outline {
    outlined("a.toml", text).tree.expect("it can be read")
}

/// The places of all values below a value, with the text each is written as.
fn places(outline: &Outline, at: &mut Place, found: &mut Vec<(Place, String)>) {
    if let Some(raw) = &outline.raw
        && !at.is_empty()
    {
        found.push((at.clone(), raw.clone()));
    }
    match &outline.content {
        Content::Entries(entries) => {
            for (name, inside) in entries {
                at.push(Step::Key(name.clone()));
                places(inside, at, found);
                at.pop();
            }
        }
        Content::List(items) => {
            for (number, inside) in items.iter().enumerate() {
                at.push(Step::Item(number));
                places(inside, at, found);
                at.pop();
            }
        }
        _ => {}
    }
}

fn all_places(text: &str) -> Vec<(Place, String)> {
    let mut found = Vec::new();
    places(&tree(text), &mut Place::new(), &mut found);
    found
}

/// What stands at a place.
fn at<'o>(outline: &'o Outline, place: &[Step]) -> Option<&'o Outline> {
    let Some((first, rest)) = place.split_first() else { return Some(outline) };
    let inside = match (&outline.content, first) {
        (Content::Entries(entries), Step::Key(key)) => {
            entries.iter().find(|(name, _)| name == key).map(|(_, inside)| inside)
        }
        (Content::List(items), Step::Item(item)) => items.get(*item),
        _ => None,
    };
    at(inside?, rest)
}

#[test]
fn a_value_written_as_it_is_changes_no_byte() {
    let mut values = 0;
    for (file, text) in shipped() {
        for (at, value) in all_places(&text) {
            values += 1;
            let changed = rewritten(&text, &[Edit::Set { at: at.clone(), value }]);
            assert_eq!(changed.as_deref(), Ok(text.as_str()), "{file}: {at:?}");
        }
    }
    assert!(values > 10_000, "{values}");
}

#[test]
fn another_value_changes_its_own_lines_alone() {
    let new = "[0.125, 0.25, 0.5]";
    for (file, text) in shipped() {
        for (at_place, value) in all_places(&text).into_iter().step_by(7) {
            let set = Edit::Set { at: at_place.clone(), value: new.to_owned() };
            let changed = rewritten(&text, &[set]).unwrap();
            assert_eq!(at(&tree(&changed), &at_place).unwrap().raw.as_deref(), Some(new), "{file}");
            // What stands before and after it is as it was.
            let same_start =
                text.bytes().zip(changed.bytes()).take_while(|(old, new)| old == new).count();
            let rest = |text: &str| text.bytes().rev().collect::<Vec<_>>();
            let same_end = rest(&text)
                .iter()
                .zip(rest(&changed).iter())
                .take_while(|(old, new)| old == new)
                .count();
            let touched = text.len().saturating_sub(same_start + same_end);
            assert!(touched <= value.len(), "{file}: {at_place:?}: {touched} of {}", value.len());
        }
    }
}

#[test]
fn what_is_taken_out_is_gone_and_the_rest_is_there() {
    for (file, text) in shipped() {
        for (place, _) in all_places(&text).into_iter().step_by(11) {
            let changed = rewritten(&text, &[Edit::Remove { at: place.clone() }]).unwrap();
            let (old, new) = (tree(&text), tree(&changed));
            let (last, way) = place.split_last().unwrap();
            let count = |outline: &Outline| match &at(outline, way).unwrap().content {
                Content::Entries(entries) => entries.len(),
                Content::List(items) => items.len(),
                _ => 0,
            };
            assert_eq!(count(&new) + 1, count(&old), "{file}: {place:?}");
            if let Step::Key(_) = last {
                assert!(at(&new, &place).is_none(), "{file}: {place:?}");
            }
            let comments = |text: &str| text.matches('#').count();
            assert!(comments(&changed) + 20 > comments(&text), "{file}: {place:?}");
        }
    }
}

const TWO: &str = include_str!("../scenarios/two-party.toml");

#[test]
fn what_is_added_has_a_heading_of_its_own() {
    let add = |at: Vec<Step>, id: Option<&str>, value: &str| Edit::Add {
        at,
        id: id.map(str::to_owned),
        value: value.to_owned(),
    };
    let position = "{ opening = 0, limit = 60, ideal = 0, salience = 1 }";
    let mut edits = vec![
        add(
            vec![key("issues")],
            Some("dam"),
            r#"{ title = "Who guards the dam", anchors = { 0 = "Upper Ardo", 100 = "Lower Ardo" } }"#,
        ),
        add(
            vec![key("questions")],
            None,
            r#"{ id = "soon", text = "It is signed", what = "signed" }"#,
        ),
    ];
    for party in ["upper", "lower"] {
        let at = vec![key("parties"), key(party), key("positions"), key("dam")];
        edits.push(Edit::Set { at, value: position.to_owned() });
    }
    let changed = rewritten(TWO, &edits).unwrap();
    let outlined = outlined("two.toml", &changed);
    assert!(outlined.sound, "{:#?}\n{changed}", outlined.findings);
    assert!(changed.contains("\n\n[issues.dam]\ntitle = \"Who guards the dam\"\n"), "{changed}");
    assert!(changed.contains("\n\n[[questions]]\nid = \"soon\"\n"), "{changed}");
    // Every line of the file is still there, in its order.
    let mut lines = changed.lines();
    for line in TWO.lines() {
        assert!(lines.any(|other| other == line), "{line}");
    }
    // A second of the same name would be the first no more.
    let again = add(vec![key("issues")], Some("dam"), "{ title = \"Another\" }");
    assert!(rewritten(&changed, &[again]).unwrap_err().contains("already"));
}

#[test]
fn what_others_want_of_an_issue_goes_with_it() {
    let gone = Edit::Remove { at: vec![key("issues"), key("payment")] };
    let changed = rewritten(TWO, &[gone]).unwrap();
    assert!(!changed.contains("payment"), "{changed}");
    let outlined_now = outlined("two.toml", &changed);
    assert!(outlined_now.sound, "{:#?}", outlined_now.findings);

    let flagship = include_str!("../scenarios/white-house-2025.toml");
    let gone = Edit::Remove { at: vec![key("parties"), key("germany")] };
    let changed = rewritten(flagship, &[gone]).unwrap();
    let tree = tree(&changed);
    let Content::List(trust) = &at(&tree, &[key("trust")]).unwrap().content else { panic!() };
    assert!(trust.iter().all(|pair| {
        let Content::List(pair) = &at(pair, &[key("between")]).unwrap().content else { panic!() };
        pair.iter().all(|party| party.content != Content::Text("germany".to_owned()))
    }));
}

#[test]
fn tables_on_the_way_are_made() {
    let text = "title = \"a\"\n";
    let set = |way: &[&str], value: &str| Edit::Set {
        at: way.iter().map(|step| key(step)).collect(),
        value: value.to_owned(),
    };
    let changed = rewritten(
        text,
        &[
            set(&["clock", "horizon"], "\"6 months\""),
            set(&["parties", "a", "outside", "reservation"], "0.5"),
            set(&["parties", "a", "positions", "x", "ideal"], "1"),
            set(&["parties", "a", "positions", "x", "limit"], "2"),
        ],
    );
    let changed = changed.unwrap();
    let tree = tree(&changed);
    let raw = |way: &[&str]| {
        let way: Vec<Step> = way.iter().map(|step| key(step)).collect();
        at(&tree, &way).unwrap().raw.clone().unwrap()
    };
    assert_eq!(raw(&["clock", "horizon"]), "\"6 months\"", "{changed}");
    assert_eq!(raw(&["parties", "a", "outside", "reservation"]), "0.5", "{changed}");
    assert_eq!(raw(&["parties", "a", "positions", "x", "limit"]), "2", "{changed}");
}

#[test]
fn a_file_keeps_its_ends_of_lines() {
    let text = TWO.replace('\n', "\r\n");
    let at = vec![key("parties"), key("upper"), key("influence")];
    let changed = rewritten(&text, &[Edit::Set { at, value: "2".to_owned() }]).unwrap();
    assert_eq!(changed.matches("\r\n").count(), changed.matches('\n').count());
    assert_eq!(changed.replace("\r\n", "\n"), TWO.replacen("influence = 1.0", "influence = 2", 1));
}

#[test]
fn what_cannot_be_done_is_said() {
    let set = |way: Vec<Step>, value: &str| Edit::Set { at: way, value: value.to_owned() };
    let refused = |text: &str, edit: Edit| rewritten(text, &[edit]).unwrap_err();
    assert!(refused("a = ", set(vec![key("a")], "1")).contains("cannot be read"));
    assert!(refused("a = 1", set(vec![key("a")], "1\nb = 2")).contains("no value"));
    assert!(refused("a = 1", set(vec![key("a"), key("b")], "1")).contains("no `b`"));
    assert!(refused("a = [1]", set(vec![key("a"), Step::Item(4)], "1")).contains("no item 5"));
    assert!(refused("a = 1", set(Vec::new(), "1")).contains("whole file"));
    assert!(refused("a = 1", Edit::Remove { at: vec![key("b")] }).contains("no `b`"));
}

/// Every issue and party of every scenario, by another name: the same scenario but for names.
#[test]
fn another_name_is_another_name_everywhere() {
    let mut renamed = 0;
    for (file, text) in shipped() {
        if !outlined(&file, &text).sound {
            continue;
        }
        for of in ["issues", "parties"] {
            let old_tree = tree(&text);
            let Some(all) = at(&old_tree, &[key(of)]) else { continue };
            let Content::Entries(all) = &all.content else { continue };
            let ids: Vec<String> = all.iter().map(|(id, _)| id.clone()).collect();
            for id in ids.iter().step_by(3) {
                let edit = Edit::Rename { at: vec![key(of), key(id)], to: "other-name".to_owned() };
                let Ok(changed) = rewritten(&text, &[edit]) else {
                    // An option or a word of the same name; said, and left alone.
                    continue;
                };
                renamed += 1;
                let outlined = outlined(&file, &changed);
                assert!(outlined.sound, "{file}: {id}: {:#?}", outlined.findings);
                // Lines are as many, in their order, and comments are as they were.
                assert_eq!(changed.lines().count(), text.lines().count(), "{file}: {id}");
                let ends = |text: &str| -> Vec<String> {
                    let comments = text.lines().filter_map(|line| line.split_once(" # "));
                    comments.map(|(_, comment)| comment.trim().to_owned()).collect()
                };
                assert_eq!(ends(&changed), ends(&text), "{file}: {id}");
                // And back again.
                let back = Edit::Rename { at: vec![key(of), key("other-name")], to: id.clone() };
                let back = rewritten(&changed, &[back]).unwrap();
                let same = |text: &str| serde_json::to_value(tree(text)).unwrap();
                assert_eq!(same(&back), same(&text), "{file}: {id}");
            }
        }
    }
    assert!(renamed > 60, "{renamed}");
}

#[test]
fn a_name_that_is_none_or_taken_is_refused() {
    let rename = |id: &str, to: &str| {
        let edit = Edit::Rename { at: vec![key("issues"), key(id)], to: to.to_owned() };
        rewritten(TWO, &[edit]).unwrap_err()
    };
    assert!(rename("water", "payment").contains("already"));
    assert!(rename("water", "two words").contains("no name"));
    assert!(rename("water", "").contains("no name"));
}
