//! What is drawn. Everything is lines of text, cut to the width there is, so that no window is too small
//! to draw in; one that is too small to play in says so.

use ratatui::Frame;
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Text};
use ratatui::widgets::Paragraph;

use super::app::{App, Over};
use super::words::Words;
use crate::teach::play::Row;
use crate::text::wrap;
use crate::text::{Padded, cut_front, fitted, flat, harmless, width as columns};

/// The smallest window in which one can play.
const SMALLEST: (usize, usize) = (60, 18);
/// Columns of the key of an issue with its points.
const KEY: usize = 18;
/// Columns of what lies on the table, and of the draft.
const CELL: usize = 18;
/// The narrowest scale that tells something.
const RULER: usize = 8;

/// Draws the screen.
pub(super) fn draw(app: &App<'_>, frame: &mut Frame<'_>) {
    let area = frame.area();
    let (width, height) = (usize::from(area.width), usize::from(area.height));
    let lines = if width < SMALLEST.0 || height < SMALLEST.1 {
        vec![Line::raw(format!("At least {}x{}, please.", SMALLEST.0, SMALLEST.1))]
    } else if let Over::Reading(lines, from) = &app.over {
        reading(lines, *from, width, height)
    } else {
        table(app, width, height)
    };
    let lines: Vec<Line<'_>> = lines.into_iter().take(height).collect();
    frame.render_widget(Paragraph::new(Text::from(lines)), area);
}

fn bold(text: String) -> Line<'static> {
    Line::styled(text, Style::new().add_modifier(Modifier::BOLD))
}

fn reading(lines: &[String], from: usize, width: usize, height: usize) -> Vec<Line<'static>> {
    let room = height.saturating_sub(1);
    let fitted = lines.iter().skip(from).flat_map(|line| {
        if columns(line) <= width { vec![harmless(line).into_owned()] } else { wrap(line, width) }
    });
    let mut drawn: Vec<Line<'static>> = fitted.take(room).map(Line::raw).collect();
    drawn.resize(room, Line::raw(""));
    let last = (from + room).min(lines.len());
    drawn.push(bold(format!(
        "{}-{last} of {}   up, down, PgUp, PgDn; any other key goes back",
        (from + 1).min(last),
        lines.len()
    )));
    drawn
}

/// The table: head, issues, what happened, the question, keys.
fn table(app: &App<'_>, width: usize, height: usize) -> Vec<Line<'static>> {
    let mut top = head(app, width);
    top.extend(issues(app, width));
    top.push(Line::raw(""));
    let bottom = foot(app, width);
    let room = height.saturating_sub(top.len() + bottom.len());
    top.extend(news(app, width, room));
    top.extend(bottom);
    top
}

fn head(app: &App<'_>, width: usize) -> Vec<Line<'static>> {
    let clock = app.play.clock();
    let title = fitted(&app.room.scenario.title, width.saturating_sub(columns(&clock) + 2));
    let gap = width.saturating_sub(columns(&title) + columns(&clock));
    let role = &app.room.scenario.parties[app.room.role].title;
    vec![
        bold(format!("{title}{}{clock}", " ".repeat(gap))),
        Line::raw(fitted(&format!("You speak for {role}."), width)),
    ]
}

fn issues(app: &App<'_>, width: usize) -> Vec<Line<'static>> {
    let rows = app.play.rows(&app.draft);
    let ruler = width.saturating_sub(KEY + 2 * CELL + 4).min(40);
    let ruler = if ruler < RULER { 0 } else { ruler };
    let head = format!(
        "{}{}{}{}",
        pad("  issue (points)", KEY + 2),
        pad("on the table", CELL + 1),
        pad(Words::of(&app.play).next, CELL + 1),
        if ruler > 0 { "the scale" } else { "" }
    );
    let mut lines =
        vec![Line::styled(fitted(&head, width), Style::new().add_modifier(Modifier::DIM))];
    for (index, row) in rows.iter().enumerate() {
        let chosen = index == app.row;
        let style =
            if chosen { Style::new().add_modifier(Modifier::REVERSED) } else { Style::new() };
        lines.push(Line::styled(issue(row, chosen, ruler), style));
    }
    let (mut table, mut draft) = (0.0, 0.0);
    for row in &rows {
        table += row.table.as_ref().and_then(|place| place.points).unwrap_or(0.0);
        draft += row.draft.points.unwrap_or(0.0);
    }
    let on_table = rows.iter().any(|row| row.table.is_some());
    let all = |points: f64| format!("{} points", tenths(points));
    let total = format!(
        "{}{}{}",
        pad("  in all", KEY + 2),
        pad(&if on_table { all(table) } else { "-".to_owned() }, CELL + 1),
        pad(&all(draft), CELL + 1),
    );
    lines.push(bold(fitted(&total, width)));
    lines.push(Line::raw(fitted(&rows.get(app.row).map_or_else(String::new, about), width)));
    lines
}

/// What the issue under the cursor is, and what the number of its draft means.
fn about(row: &Row) -> String {
    if row.meaning.is_empty() {
        return format!("  {}", row.title);
    }
    format!("  {}: {} = {}", row.title, row.draft.text, row.meaning)
}

fn issue(row: &Row, chosen: bool, ruler: usize) -> String {
    let cursor = if chosen { "> " } else { "  " };
    let place = |place: &crate::teach::play::Place| match place.points {
        Some(points) => {
            format!("{} ({})", fitted(&place.text, CELL.saturating_sub(7)), tenths(points))
        }
        None => fitted(&place.text, CELL),
    };
    let share = format!(" ({:.0})", row.share);
    let key = format!("{}{share}", fitted(&row.id, KEY.saturating_sub(share.len() + 1)));
    format!(
        "{cursor}{}{}{}{}",
        pad(&key, KEY),
        pad(&row.table.as_ref().map_or_else(|| "-".to_owned(), place), CELL + 1),
        pad(&place(&row.draft), CELL + 1),
        scale(row, ruler)
    )
}

/// The scale of an issue with what lies on it.
fn scale(row: &Row, width: usize) -> String {
    if width < RULER || !row.has_stake() {
        return String::new();
    }
    let inner = width - 2;
    let mut marks = vec!['-'; inner];
    let spot = |x: f64| ((x * (inner - 1) as f64).round() as usize).min(inner - 1);
    let own = spot(row.draft.at);
    marks[own] = 'Y';
    if let Some(place) = &row.table {
        let at = spot(place.at);
        marks[at] = if at == own { 'X' } else { 'T' };
    }
    format!("|{}|", marks.into_iter().collect::<String>())
}

fn news(app: &App<'_>, width: usize, room: usize) -> Vec<Line<'static>> {
    let mut lines = Vec::new();
    for item in app.play.news() {
        for (index, part) in wrap(&item.text, width.saturating_sub(14)).into_iter().enumerate() {
            let when = if index == 0 { item.when.as_str() } else { "" };
            lines.push(format!("{}{part}", pad(when, 14)));
        }
    }
    let back = app.back.min(lines.len().saturating_sub(room));
    let end = lines.len() - back;
    let from = end.saturating_sub(room);
    let mut shown: Vec<Line<'static>> =
        lines[from..end].iter().map(|line| Line::raw(line.clone())).collect();
    shown.resize(room, Line::raw(""));
    shown
}

fn foot(app: &App<'_>, width: usize) -> Vec<Line<'static>> {
    let mut lines = Vec::new();
    for line in wrap(&app.play.question(), width).into_iter().take(4) {
        lines.push(bold(line));
    }
    match &app.over {
        Over::Asking(_, question) => {
            let asked = format!("{question} y for yes, any other key for no.");
            lines.extend(wrap(&asked, width).into_iter().take(4).map(Line::raw));
        }
        Over::None | Over::Reading(..) | Over::Typing(_) => {
            lines.extend(wrap(&app.message, width).into_iter().take(4).map(Line::raw));
        }
    }
    if let Over::Typing(text) = &app.over {
        let shown = flat(text);
        let shown = cut_front(&shown, width.saturating_sub(4));
        lines.push(Line::raw(format!(": {shown}_")));
    }
    let keys = if app.play.is_over() {
        "b brief  PgUp/PgDn scroll  ? help  q leave"
    } else {
        Words::of(&app.play).keys
    };
    lines.push(Line::styled(fitted(keys, width), Style::new().add_modifier(Modifier::DIM)));
    lines
}

/// Points with one decimal; halves are rounded away from 0, as in all that is told.
fn tenths(points: f64) -> String {
    format!("{:.1}", (points * 10.0).round() / 10.0)
}

/// A text with blanks behind it, or without its end, to fill so many columns; the last is a blank.
fn pad(text: &str, width: usize) -> String {
    format!("{:<width$}", Padded(fitted(text, width.saturating_sub(1))))
}
