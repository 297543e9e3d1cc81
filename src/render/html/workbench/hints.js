// A word beside a value that the page invented: it is a start, and goes when its reader has changed the value. Of a
// whole position it goes with the last of its values that is as it was given.
const hints = (() => {
  const { key } = parts;
  const said = new Map();
  // The values that came with a template or that the page made, as they were written.
  let given = new Map();
  let retitled = new Set();
  const say = (at, text, whole = false) => {
    if (text) said.set(key(at), { text, fresh: true, whole });
    else said.delete(key(at));
  };
  const at = (place) => said.get(key(place))?.text ?? null;
  const settle = (place) => {
    for (const [word, one] of said) {
      if (one.fresh) one.fresh = false;
      else if (!one.whole && key(place).startsWith(word.slice(0, -1))) said.delete(word);
    }
  };
  const bare = (raw) => raw.replace(/\s/g, "");
  const example = (place, raw) => given.set(key(place), bare(raw));
  /** Is this value still the one that was given as an example? */
  const isExample = (place, node) => Boolean(node?.raw) && given.get(key(place)) === bare(node.raw);
  /** Is any value of this position? */
  const any = (place, node) =>
    isExample(place, node) || (node?.entries ?? []).some(([word, inner]) => any([...place, word], inner));
  /** All numbers of a template. */
  const template = (node, place = []) => {
    if (!node || ["questions", "as_of"].includes(place[0])) return;
    if (node.raw && literal.number(node).form !== "other") example(place, node.raw);
    for (const [word, inner] of node.entries ?? []) template(inner, [...place, word]);
  };
  /** An issue got its first title of its own: what is wanted of it is still the example's. */
  const borrowed = (issue) => {
    if (retitled.has(issue)) return;
    retitled.add(issue);
    for (const [party, node] of literal.get(bench.state().desk.tree, "parties")?.entries ?? []) {
      const place = ["parties", party, "positions", issue];
      if (any(place, literal.find(node, place.slice(2)))) say(place, "These are the example’s: drag them.", true);
    }
  };
  const renamed = (one) => {
    parts.followed(said, one);
    parts.followed(given, one);
    if (one.at[0] === "issues" && retitled.delete(one.at[1])) retitled.add(one.to);
  };
  const forget = () => {
    said.clear();
    given = new Map();
    retitled = new Set();
  };
  return { say, at, settle, example, isExample, any, template, borrowed, renamed, forget };
})();
