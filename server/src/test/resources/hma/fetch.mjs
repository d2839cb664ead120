// Makes one call, as JSON on the standard input says, in the way in which Coop does.
let text = '';
for await (const piece of process.stdin) {
  text += piece;
}
const call = JSON.parse(text);

function body() {
  if (call.json) {
    return { body: call.json, headers: { 'Content-Type': 'application/json' } };
  }
  if (call.form.length === 0) {
    return {};
  }
  const form = new FormData();
  for (const part of call.form) {
    const content = Buffer.from(part.content, 'base64');
    form.append(part.name, part.file ? new Blob([content]) : content.toString());
  }
  return { body: form };
}

try {
  const answer = await fetch(new URL(call.url), { method: call.method, ...body() });
  console.log(JSON.stringify({ status: answer.status, body: await answer.text() }));
} catch (error) {
  console.log(String(error));
}
