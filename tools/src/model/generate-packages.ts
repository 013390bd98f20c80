import { join } from "node:path";
import { formatProblem, generate, type GenerateResult } from "@wickr-admin/codegen";
import { Failure } from "../support/failure.js";

/** What was written to the generated packages, or would be. */
export type Written = NonNullable<GenerateResult["written"]>;

/** Brings the packages in line with `model/`, or only says what differs. Fails where the model has errors, or warnings: it is ours. */
export const generatePackages = async (
  root: string,
  { check }: { readonly check: boolean },
): Promise<Written> => {
  const { problems, written } = await generate({
    model: [join(root, "model")],
    out: join(root, "packages"),
    check,
    strict: true,
  });
  if (written) return written;
  for (const problem of problems) console.error(formatProblem(problem));
  throw new Failure("The model is refused; nothing was generated.");
};
