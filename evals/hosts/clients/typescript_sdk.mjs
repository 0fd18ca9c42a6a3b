// One whole escalation by the TypeScript SDK's client: `node typescript_sdk.mjs COMMAND ARGUMENT…` (the server's).
import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";

const issue = "API returning 500 errors intermittently for Acme Corp";
const asking = "Customer threatening to churn over missing audit log feature";
const [command, ...args] = process.argv.slice(2);
const asked = [];

const client = new Client({ name: "trial", version: "1" }, { capabilities: { elicitation: { form: {} } }, versionNegotiation: { mode: "auto" } });
client.setRequestHandler("elicitation/create", ({ params }) => {
  asked.push(params.message);
  const fields = Object.entries(params.requestedSchema.properties);
  return { action: "accept", content: Object.fromEntries(fields.map(([name, said]) => [name, said.enum?.[0] ?? "Sign in."])) };
});
await client.connect(new StdioClientTransport({ command, args, env: process.env, stderr: "inherit" }));

const call = async (name, given) => (await client.callTool({ name, arguments: given })).structuredContent ?? {};
const { tools } = await client.listTools();
const { prompts } = await client.listPrompts();
const { contents } = await client.readResource({ uri: "policy://criteria" });
const { account } = await call("prepare_escalation", { issue: asking });
const { escalation_id } = await call("prepare_escalation", { issue });
await call("write_brief", { escalation_id });
const { proposal_id, hash } = await call("propose_action", { escalation_id, kind: "post_to_channel", to: "#support-escalations" });
const { outcome } = await call("carry_out", { proposal_id, hash });
await client.close();

const names = (listed) => listed.map((each) => each.name);
console.log(JSON.stringify({ tools: names(tools), prompts: names(prompts), resource: contents.length > 0, form: asked.length === 2 && !!account, outcome }));
