"use strict";
// The engine as a function: answers(request) gives what is answered, one after the other. A worker and node run the
// same lines.
const engine = (module) => {
  const { exports } = new WebAssembly.Instance(module);
  return function* answers(request) {
    const bytes = new TextEncoder().encode(JSON.stringify(request));
    const room = exports.room(bytes.length);
    // Memory moves when it grows, so it is looked up anew every time.
    new Uint8Array(exports.memory.buffer, room, bytes.length).set(bytes);
    exports.begin();
    for (let length = exports.step(); length > 0; length = exports.step()) {
      const answer = new Uint8Array(exports.memory.buffer, exports.answer(), length);
      yield JSON.parse(new TextDecoder().decode(answer));
    }
  };
};
