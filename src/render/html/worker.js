onmessage = ({ data: { module, request } }) => {
  for (const answer of engine(module)(request)) postMessage(answer);
  postMessage({ kind: "end" });
};
