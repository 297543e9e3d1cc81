"use strict";
// How the page asks: of the server that gave it (mode "serve"), or of the engine that it carries (mode "page"). Both
// answer a request with a stream of answers, one after the other, and both can be stopped.
const ask = (() => {
  const given = JSON.parse(document.getElementById("zopa-desk").textContent);
  const served = given.mode === "serve";
  let token = served ? sessionStorage.getItem("zopa-token") : null;

  /** What went wrong between page and server, in the words of `why`: "lost", "locked" or "said". */
  class Trouble extends Error {
    constructor(why, text, more = {}) {
      super(text);
      this.why = why;
      this.more = more;
    }
  }
  const call = async (path, body, signal) => {
    const headers = { "Content-Type": "application/json" };
    if (token) headers["X-Zopa-Token"] = token;
    let response;
    try {
      response = await fetch(path, { method: "POST", headers, body: JSON.stringify(body), signal, cache: "no-store" });
    } catch (error) {
      if (error.name === "AbortError") throw error;
      throw new Trouble("lost", "zopa does not answer any more. Is it still running in its terminal?");
    }
    return response;
  };
  /** One request about files, and its one answer. */
  const post = async (path, body = {}) => {
    const response = await call(path, body);
    let answer = {};
    try {
      answer = await response.json();
    } catch {
      /* an answer without a body says enough by its number */
    }
    if (response.ok) return answer;
    const why =
      response.status === 409
        ? "conflict"
        : response.status === 401 || (response.status === 403 && (path === "/api/session" || path === "/api/files"))
          ? "locked"
          : "said";
    throw new Trouble(why, answer.error ?? `The answer was ${response.status}.`, answer);
  };
  /** Opens the session: the key stands once in the address, and the token stays with this window. */
  const session = async () => {
    const hash = new URLSearchParams(location.hash.slice(1));
    const key = hash.get("key");
    if (!key) return token ? { file: null } : null;
    history.replaceState(null, "", location.pathname);
    const answer = await post("/api/session", { key });
    token = answer.token;
    sessionStorage.setItem("zopa-token", token);
    sessionStorage.setItem("zopa-folder", answer.folder);
    return { ...answer, open: hash.get("file") ?? answer.open };
  };

  // --- the server ---
  const fromServer = (request, told) => {
    const stopper = new AbortController();
    (async () => {
      const response = await call("/api/ask", request, stopper.signal);
      if (!response.ok) {
        let answer = {};
        try {
          answer = await response.json();
        } catch {
          /* its number says enough */
        }
        const strange = response.status === 401 || response.status === 403;
        throw new Trouble(
          strange ? "lost" : "said",
          strange
            ? "zopa was started anew and does not know this window any more. Press Enter in its terminal for a link."
            : (answer.error ?? `The answer was ${response.status}.`),
        );
      }
      const reader = response.body.getReader();
      const plain = new TextDecoder();
      let rest = "";
      let ended = false;
      const line = (text) => {
        if (!text.trim()) return;
        const answer = JSON.parse(text);
        ended ||= answer.kind === "end";
        told(answer);
      };
      for (;;) {
        const { done, value } = await reader.read();
        rest += plain.decode(value ?? new Uint8Array(), { stream: !done });
        const lines = rest.split("\n");
        rest = lines.pop();
        lines.forEach(line);
        if (done) break;
      }
      line(rest);
      if (!ended) throw new Trouble("lost", "zopa broke off in the middle of its answer.");
    })().catch((error) => {
      if (stopper.signal.aborted) return;
      told({ kind: "refused", text: error.message, why: error.why ?? "lost" });
      told({ kind: "end" });
    });
    return () => stopper.abort();
  };

  // --- the engine: compiled once, in a worker of its own for every request, so that it can be stopped ---
  let compiled = null;
  const compile = () => {
    compiled ??= (async () => {
      const packed = Uint8Array.from(atob(document.getElementById("zopa-engine").textContent), (sign) =>
        sign.charCodeAt(0),
      );
      const plain = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
      return WebAssembly.compile(await new Response(plain).arrayBuffer());
    })();
    return compiled;
  };
  let home = null;
  const fromEngine = (request, told) => {
    let worker = null;
    let stopped = false;
    const fail = (error) => {
      if (stopped) return;
      worker?.terminate();
      told({ kind: "refused", text: `The engine of this page did not answer: ${error}`, why: "lost" });
      told({ kind: "end" });
    };
    compile()
      .then((module) => {
        if (stopped) return;
        home ??= URL.createObjectURL(
          new Blob([document.getElementById("zopa-worker").textContent], { type: "text/javascript" }),
        );
        worker = new Worker(home);
        worker.onerror = (event) => fail(event.message);
        worker.onmessage = ({ data }) => {
          if (stopped) return;
          if (data.kind === "end") worker.terminate();
          told(data);
        };
        worker.postMessage({ module, request });
      })
      .catch(fail);
    return () => {
      stopped = true;
      worker?.terminate();
    };
  };

  /** Asks, tells every answer, and gives the function that stops it. */
  const stream = served ? fromServer : fromEngine;
  /** Asks for a desk: the text, its tree and what the loader finds. */
  const desk = (request) =>
    new Promise((resolve, reject) => {
      let answer = null;
      stream(request, (one) => {
        if (one.kind === "desk" || one.kind === "refused") answer = one;
        if (one.kind !== "end") return;
        if (answer?.kind === "desk") resolve(answer);
        else reject(new Trouble(answer?.why ?? "said", answer?.text ?? "There was no answer."));
      });
    });
  /** The folder where zopa is running. */
  const place = () => sessionStorage.getItem("zopa-folder");
  return { given, served, place, post, session, stream, desk };
})();
