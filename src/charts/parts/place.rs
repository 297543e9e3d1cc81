//! Finding room for labels: along an edge, and round points.

use super::canvas::{Align, Canvas, Rect, text_box};
use super::fit::Type;
use super::point::Point;

/// Moves labels of these middles and heights apart, as little as need be, between `low` and `high`;
/// `None` if they do not fit there. In the order given.
pub(in crate::charts) fn dodge(wanted: &[(f64, f64)], (low, high): (f64, f64)) -> Option<Vec<f64>> {
    let total: f64 = wanted.iter().map(|(_, height)| height).sum();
    if total > high - low {
        return None;
    }
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by(|a, b| wanted[*a].0.total_cmp(&wanted[*b].0));
    let mut placed = vec![0.0; wanted.len()];
    // Downwards, each under the one before …
    let mut edge = low;
    for &index in &order {
        let (middle, height) = wanted[index];
        let top = (middle - height / 2.0).max(edge);
        placed[index] = top + height / 2.0;
        edge = top + height;
    }
    // … and what has left the room below is pushed back up.
    let mut edge = high;
    for &index in order.iter().rev() {
        let height = wanted[index].1;
        let bottom = (placed[index] + height / 2.0).min(edge);
        placed[index] = bottom - height / 2.0;
        edge = bottom - height;
    }
    Some(placed)
}

/// Tries to write a line beside a point, clear of other texts and of `obstacles`; says whether it
/// could.
pub(in crate::charts) fn beside(
    canvas: &Canvas,
    at: Point,
    font: Type,
    line: &str,
    bounds: Rect,
    obstacles: &[Rect],
) -> Option<(Point, Align)> {
    let (x, y) = at;
    let (gap, up) = (9.0, font.size * 0.9);
    let tries = [
        ((x + gap, y), Align::Start),
        ((x - gap, y), Align::End),
        ((x, y - up - 5.0), Align::Middle),
        ((x, y + up + 5.0), Align::Middle),
        ((x + gap, y - up), Align::Start),
        ((x + gap, y + up), Align::Start),
        ((x - gap, y - up), Align::End),
        ((x - gap, y + up), Align::End),
    ];
    tries.into_iter().find(|(at, align)| {
        let rect = text_box(*at, *align, font, line);
        let inside = rect.x >= bounds.x
            && rect.x + rect.width <= bounds.x + bounds.width
            && rect.y >= bounds.y
            && rect.y + rect.height <= bounds.y + bounds.height;
        inside && canvas.is_free(&rect) && obstacles.iter().all(|other| !other.meets(&rect))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_move_apart_and_stay_within() {
        let placed = dodge(&[(10.0, 10.0), (11.0, 10.0), (99.0, 10.0)], (0.0, 100.0)).unwrap();
        assert!((placed[1] - placed[0]).abs() >= 10.0 && placed[2] <= 95.0);
        assert_eq!(dodge(&[(5.0, 60.0), (5.0, 60.0)], (0.0, 100.0)), None);
        assert_eq!(dodge(&[], (0.0, 1.0)), Some(vec![]));
    }
}
