import { GENERATED_MARK } from "../output/write-files.js";
import type { PlannedFile } from "../layout/file.js";
import { createPrinter } from "../typescript/printer.js";
import { RUNTIME_NAMES } from "../typescript/runtime.js";
import { formatFile } from "./format.js";
import type { Render } from "./templates.js";

/** The text of a planned file: where it comes from, what it imports, and what its template says. */
export const renderFile = async (
  render: Render,
  { path, template, plan, declares = [] }: PlannedFile,
  scope: string,
): Promise<string> => {
  const printer = createPrinter({ path, scope, declares, reserved: RUNTIME_NAMES });
  // The body comes first: what it prints decides what is imported.
  const body = render(template, plan, printer);
  const imports = printer.imports();
  return formatFile(path, headerOf(path) + (imports === "" ? body : `${imports}\n${body}`));
};

/** Sources say where they come from; that also tells them from files that people wrote. */
const headerOf = (path: string): string =>
  path.endsWith(".ts") ? `// ${GENERATED_MARK} from the Smithy model. Do not edit.\n` : "";
