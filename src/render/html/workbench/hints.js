// A word beside a value that the page invented: it is a start, and goes when its reader has changed the value.
const hints = (() => {
  const { key } = parts;
  const said = new Map();
  const say = (at, text) => {
    if (text) said.set(key(at), { text, fresh: true });
    else said.delete(key(at));
  };
  const at = (place) => said.get(key(place))?.text ?? null;
  const settle = (at) => {
    for (const [word, one] of said) {
      if (one.fresh) one.fresh = false;
      else if (key(at).startsWith(word.slice(0, -1))) said.delete(word);
    }
  };
  const forget = () => said.clear();
  return { say, at, settle, forget };
})();
