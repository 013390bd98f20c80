import type { Facts } from "../../facts/facts.js";
import { literal } from "../../typescript/names.js";
import { type OperationShape, dataShapeOf, nameOf } from "../../model/model.js";
import { hasTrait } from "../../model/traits.js";
import { typeOf } from "../client/type-expression.js";
import { docComment } from "../../typescript/documentation.js";
import { exampleInput } from "../example-input.js";
import type { PlannedFile } from "../file.js";
import { Imports } from "../../typescript/imports.js";
import { RUNTIME } from "../packages.js";
import { type Pagination, type Path, isMap, paginationOf } from "../../facts/pagination.js";

const PAGINATOR = `${RUNTIME}/paginator`;

/** One module for each paginated operation, and an index. Empty where no operation is paginated. */
export const planPaginators = (facts: Facts): PlannedFile[] => {
  const { names, scope } = facts;
  const files = facts.operations.flatMap((operation) => {
    const pagination = paginationOf(facts, operation);
    return pagination ? [planPaginator(facts, operation, pagination)] : [];
  });
  if (files.length === 0) return [];
  const configuration: PlannedFile = {
    path: `paginators/src/${configurationOf(facts)}.ts`,
    template: "paginators/configuration",
    plan: {
      client: names.client,
      clientPackage: `${scope}/client`,
      runtime: PAGINATOR,
      service: names.service,
      configuration: configurationOf(facts),
    },
  };
  const modules = [configuration, ...files];
  return [
    ...modules,
    {
      path: "paginators/src/index.ts",
      template: "paginators/index",
      plan: { files: modules.map(({ path }) => path.replace(/^.*\/(.*)\.ts$/, "$1")) },
    },
  ];
};

const configurationOf = ({ names }: Facts): string => `${names.service}PaginationConfiguration`;

const planPaginator = (
  facts: Facts,
  operation: OperationShape,
  pagination: Pagination,
): PlannedFile => {
  const { names, scope } = facts;
  const imports = new Imports();
  const client = `${scope}/client`;
  const operationName = nameOf(operation.id);
  const name = `paginate${operationName}`;
  const token = typeOf(facts, pagination.inputToken.target, imports, () => client);
  const configuration = imports.type(configurationOf(facts), `./${configurationOf(facts)}.js`);
  imports.type("Pages", PAGINATOR);
  imports.type("Paginator", PAGINATOR);
  imports.type("SendOptions", PAGINATOR);
  imports.value("paginate", PAGINATOR);
  const plan = {
    name,
    client: imports.value(names.client, client),
    command: imports.value(`${operationName}Command`, client),
    input: imports.type(`${operationName}CommandInput`, client),
    output: imports.type(`${operationName}CommandOutput`, client),
    token,
    configuration: token === "string" ? configuration : `${configuration}<${token}>`,
    inputToken: literal(pagination.inputToken.name),
    pageSize: pagination.pageSize && literal(pagination.pageSize.name),
    outputToken: pagination.outputToken.code,
    doc: docOfPages(facts, operation, pagination, name),
    items: pagination.items && planItems(facts, operation, pagination.items, name, imports),
  };
  return {
    path: `paginators/src/${name}.ts`,
    template: "paginators/paginator",
    plan: { ...plan, imports: imports.list() },
  };
};

/** How the items of all pages are given one by one: those of a list, or the entries of a map. */
const planItems = (
  facts: Facts,
  operation: OperationShape,
  items: Path,
  paginator: string,
  imports: Imports,
) => {
  const name = `${paginator}Items`;
  const map = isMap(facts, items);
  const page = `page${items.code}`;
  const of = map
    ? `Object.entries(${page}${items.optional ? " ?? {}" : ""})`
    : page + (items.optional ? " ?? []" : "");
  return {
    name,
    of,
    type: itemType(facts, operation, items, imports),
    doc: docOfItems(facts, operation, items, name, map),
  };
};

/** Types that the module itself imports: a shape of such a name has to be reached in another way. */
const TAKEN = new Set(["Pages", "Paginator", "SendOptions"]);

const itemType = (
  facts: Facts,
  operation: OperationShape,
  { end, code }: Path,
  imports: Imports,
): string => {
  const client = `${facts.scope}/client`;
  const shape = dataShapeOf(facts.model, end.target);
  const orNull = hasTrait(shape, "sparse") ? " | null" : "";
  if (shape.type !== "list" && shape.type !== "map") {
    throw new Error(`Expected ${end.target} to be a list or map, found: ${shape.type}.`);
  }
  const target = shape.type === "list" ? shape.member.target : shape.value.target;
  const plain = typeOf(facts, target, new Imports(), () => client);
  const type = plain.split(/\W+/).some((name) => TAKEN.has(name))
    ? `${accessType(`${nameOf(operation.id)}CommandOutput`, code)}[${shape.type === "list" ? "number" : "string"}]`
    : typeOf(facts, target, imports, () => client) + orNull;
  return shape.type === "list" ? type : `[string, ${type}]`;
};

/** `Output` and `.page?.birds` to `NonNullable<NonNullable<Output["page"]>["birds"]>`. */
const accessType = (output: string, path: string): string =>
  path
    .split(/\??\./)
    .filter(Boolean)
    .reduce((type, name) => `NonNullable<${type}[${literal(name)}]>`, output);

const docOfPages = (
  facts: Facts,
  operation: OperationShape,
  { inputToken, pageSize, items }: Pagination,
  name: string,
): string => {
  const { names } = facts;
  const command = `${nameOf(operation.id)}Command`;
  return docComment(
    [`Calls \`${nameOf(operation.id)}\` again and again, and gives its pages one by one.`],
    [
      ...parameters(pageSize !== undefined),
      ...exampleOf(
        facts,
        operation,
        name,
        [inputToken.name, ...(pageSize ? [pageSize.name] : [])],
        (call) => [
          `for await (const page of ${call}) {`,
          `  console.log(page${items?.code ?? ""});`,
          "}",
        ],
      ),
      `@throws {@link ${names.exception}} What {@link ${command}} throws: the first page that fails ends it.`,
      `@throws TypeError where the client is no ${names.client}.`,
    ],
  );
};

const docOfItems = (
  facts: Facts,
  operation: OperationShape,
  items: Path,
  name: string,
  map: boolean,
): string => {
  const pagination = paginationOf(facts, operation);
  const omitted = [pagination?.inputToken.name, pagination?.pageSize?.name];
  return docComment(
    [
      `Calls \`${nameOf(operation.id)}\` again and again, and gives ${
        map ? "the entries" : "the items"
      } of \`${items.end.name}\` one by one. The next page is asked for when the last item of a page has been taken.`,
    ],
    [
      ...parameters(pagination?.pageSize !== undefined),
      ...exampleOf(facts, operation, name, omitted, (call) => [
        `for await (const ${map ? "[key, value]" : "item"} of ${call}) {`,
        `  console.log(${map ? "key, value" : "item"});`,
        "}",
      ]),
    ],
  );
};

const parameters = (pageSize: boolean): string[] => [
  `@param config - The client${pageSize ? ", the page size" : ""} and where to begin.`,
  "@param input - The input of each call. It is not changed.",
  "@param options - What is passed on with each call, such as an abort signal.",
];

const exampleOf = (
  facts: Facts,
  operation: OperationShape,
  name: string,
  omitted: readonly (string | undefined)[],
  use: (call: string) => readonly string[],
): string[] => {
  const { names, scope } = facts;
  const input = exampleInput(facts, operation, omitted);
  const code = [
    `import { type ${nameOf(operation.id)}CommandInput, ${names.client} } from "${scope}/client";`,
    `import { ${name} } from "${scope}/paginators";`,
    "",
    `const client = new ${names.client}({ region: "us-east-1" });`,
    `const input: ${nameOf(operation.id)}CommandInput = ${input};`,
    ...use(`${name}({ client }, input)`),
  ].join("\n");
  return ["@example", "```ts", ...code.replaceAll("*/", "*\\/").split("\n"), "```"];
};
