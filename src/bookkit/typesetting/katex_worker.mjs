// Typesets batches of formulas: one JSON request a line in, one JSON answer a line out.
// Started as: node katex_worker.mjs PATH-OF-katex.mjs
// Request:  {"items": [{"latex": …, "display": true, "linked": false}, …]}
// Answer:   {"items": [{"html": …} | {"error": message, "position": offset or null}, …]}
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const katex = (await import(pathToFileURL(process.argv[2]).href)).default;

// KaTeX would print such a command in red and go on.
function refuse({ command }) {
  throw new Error(`${command} is refused: a formula holds no links, images or markup of its own`);
}

// In a formula beside a live figure, the press has given symbols their keys, and nothing else.
function keysOnly(context) {
  if (context.command === "\\htmlData" && Object.keys(context.attributes).join() === "data-k") return true
  return refuse(context)
}

function typeset({ latex, display, linked }) {
  try {
    const html = katex.renderToString(latex, {
      displayMode: display,
      output: "htmlAndMathml",
      throwOnError: true,
      strict: linked ? code => (code === "htmlExtension" ? "ignore" : "error") : "error",
      trust: linked ? keysOnly : refuse,
    });
    return { html };
  } catch (error) {
    return { error: error.rawMessage ?? error.message, position: error.position ?? null };
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  const { items } = JSON.parse(line);
  process.stdout.write(JSON.stringify({ items: items.map(typeset) }) + "\n");
}
