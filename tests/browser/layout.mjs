// What is wrong with a page as it stands on the screen.

/** In the page: faults of layout, as words. */
export function layout(paper) {
  const found = [];
  const tell = (what, text) => {
    if (found.length < 12) found.push(`${what}: “${text.trim().slice(0, 60)}”`);
  };
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > width + 1) {
    found.push(`the page is ${document.documentElement.scrollWidth} wide in a window of ${width}`);
  }
  // Where a table is a stack of its rows, its head is there for those who hear it.
  const heard = (head) => head && getComputedStyle(head).clipPath !== "none";
  const unseen = (element) =>
    element.closest(".unseen, .skip, title, desc, script, style") || (!paper && heard(element.closest("thead")));
  /** Is a line scrolled out of sight, or cut off with “…” where the whole stands in a title? */
  const away = (element, line) => {
    for (let one = element; one && one !== document.body; one = one.parentElement) {
      const { overflowX, overflowY, webkitLineClamp } = getComputedStyle(one);
      const cut = webkitLineClamp !== "none" && one.title;
      if (!cut && ![overflowX, overflowY].some((word) => word === "auto" || word === "scroll")) continue;
      const { top, bottom } = one.getBoundingClientRect();
      if (line.bottom > bottom + 1 || line.top < top - 1) return true;
    }
    return false;
  };
  const boxOf = (element) => {
    const svg = element.closest("svg");
    if (svg) return svg;
    while (element && getComputedStyle(element).display === "inline") element = element.parentElement;
    return element;
  };
  const lines = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!node.data.trim() || unseen(parent) || !parent.checkVisibility()) continue;
    const box = boxOf(parent).getBoundingClientRect();
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const line of range.getClientRects()) {
      if (line.width < 1 || line.height < 1 || away(parent, line)) continue;
      if (line.left < -1 || line.right > width + 1) tell("outside the page", node.data);
      if (line.left < box.left - 1.5 || line.right > box.right + 1.5) tell("outside its box", node.data);
      if (line.top < box.top - 4 || line.bottom > box.bottom + 4) tell("above or below its box", node.data);
      lines.push({ node, line });
    }
  }
  // Lines by bands of height, so that only neighbours are compared.
  const bands = new Map();
  for (const one of lines) {
    const from = Math.floor((one.line.top + scrollY) / 40);
    const to = Math.floor((one.line.bottom + scrollY) / 40);
    for (let band = from; band <= to; band += 1) {
      if (!bands.has(band)) bands.set(band, []);
      bands.get(band).push(one);
    }
  }
  for (const band of bands.values()) {
    for (let a = 0; a < band.length; a += 1) {
      for (let b = a + 1; b < band.length; b += 1) {
        if (band[a].node === band[b].node) continue;
        // What floats over the page by design says so.
        if ([band[a], band[b]].some(({ node }) => node.parentElement.closest("[data-over]"))) continue;
        const [p, q] = [band[a].line, band[b].line];
        const across = Math.min(p.right, q.right) - Math.max(p.left, q.left);
        const down = Math.min(p.bottom, q.bottom) - Math.max(p.top, q.top);
        // The boxes of two lines of text meet a little where their letters do not.
        if (across > 2 && down > 0.35 * Math.min(p.height, q.height)) {
          tell("two texts in one place", `${band[a].node.data.trim().slice(0, 25)} / ${band[b].node.data}`);
        }
      }
    }
  }
  if (paper) {
    // What must stay in one piece has to fit on a page: 257 mm of A4 between the margins.
    for (const figure of document.querySelectorAll("figure")) {
      if (figure.getBoundingClientRect().height > 257 * 96 / 25.4) tell("longer than a page", figure.innerText);
    }
  }
  return found;
}
