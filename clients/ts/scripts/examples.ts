/**
 * `npm run examples:check` compiles every `@example` of the hand-written layer, and fails where an exported function,
 * constant or class has none. Names that an example does not declare come from the package, or from
 * `clients/ts/examples/cast.ts`. Each becomes a file of its own in `target/examples`.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Export, createProgram, entry, exportsOf } from "./exports.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const folder = join(root, "target/examples");
const cast = join(root, "clients/ts/examples/cast.ts");
const kitTypes = join(root, "node_modules/@solana/kit/dist/types/index.d.ts");

/** The example as a module, with imports for what it mentions and does not declare. */
function moduleOf(code: string, sources: readonly (readonly [from: string, exports: readonly Export[]])[]): string {
  const mentioned = new Set(code.match(/(?<![.\w"])[A-Za-z_]\w*/g));
  const declared = new Set([...code.matchAll(/\b(?:const|let) (?:(\w+)|\{([^}]*)\}|\[([^\]]*)\])/g)].flatMap((found) => found.slice(1).flatMap(namesIn)));
  const taken = new Set<string>();
  const imports = sources.map(([from, exports]) => {
    const names = exports.filter(({ name }) => mentioned.has(name) && !declared.has(name) && !taken.has(name));
    names.forEach(({ name }) => taken.add(name));
    return names.length > 0 ? `import { ${names.map(({ name, isType }) => (isType ? `type ${name}` : name)).join(", ")} } from "${from}";\n` : "";
  });
  return `${imports.join("")}\n${code}\n\nexport {};\n`;
}

/** What a pattern binds: `{ data, mint: other }` binds `data` and `other`. */
function namesIn(pattern: string | undefined): readonly string[] {
  return (pattern ?? "").split(",").map((part) => part.split(":").at(-1)?.trim() ?? "");
}

const program = createProgram([entry, cast, kitTypes]);
const client = exportsOf(program, entry);
const lacking = client.filter(({ isType, examples }) => !isType && examples?.length === 0);
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const kit = exportsOf(program, kitTypes);
const sources = [["../../clients/ts/examples/cast.ts", exportsOf(program, cast)], ["@scrip/client", client], ["@solana/kit", kit]] as const;
const examples = client.flatMap(({ name, examples = [] }) => examples.map((code, index) => [`${name}-${index + 1}.ts`, code] as const));
for (const [file, code] of examples) {
  writeFileSync(join(folder, file), moduleOf(code, sources));
}
writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ extends: "../../tsconfig.base.json", include: ["*.ts"] }));
const compiler = createRequire(import.meta.url).resolve("typescript/bin/tsc");
const { status } = spawnSync(process.execPath, [compiler, "--project", folder], { stdio: "inherit", cwd: root });
for (const { name } of lacking) {
  console.error(`examples: ${name} is exported without an @example`);
}
if (status === 0 && lacking.length === 0) {
  console.log(`${examples.length} examples compile, and nothing is exported without one`);
}
process.exitCode = status || (lacking.length > 0 ? 1 : 0);
