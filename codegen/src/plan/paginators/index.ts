import type { Facts } from "../../facts/facts.js";
import { type Pagination, type Path, isMap, paginationOf } from "../../facts/pagination.js";
import { clientSymbol, commandSymbols } from "../../layout/client.js";
import type { PlannedFile } from "../../layout/file.js";
import { typeOf } from "../../layout/types.js";
import { type OperationShape, dataShapeOf, nameOf } from "../../model/model.js";
import { hasTrait } from "../../model/traits.js";
import {
  type CodeLine,
  type DocTag,
  documentation,
  example,
  link,
  tag,
} from "../../typescript/documentation.js";
import { type ImportSymbol, symbolOf } from "../../typescript/symbols.js";
import {
  type Expression,
  type Type,
  apply,
  binary,
  call,
  keyword,
  literal,
  member,
  name as nameExpression,
  object,
  array,
  tuple,
  union,
} from "../../typescript/tree.js";
import { exampleInput } from "../example-input.js";
import { valueOnPath } from "../value-on-path.js";

/** One module for each paginated operation, and an index. Empty where no operation is paginated. */
export const planPaginators = (facts: Facts): PlannedFile[] => {
  const files = facts.operations.flatMap((operation) => {
    const pagination = paginationOf(facts, operation);
    return pagination ? [planPaginator(facts, operation, pagination)] : [];
  });
  if (files.length === 0) return [];
  const configuration = configurationSymbol(facts);
  const modules: PlannedFile[] = [
    {
      path: fileOf(configuration.name),
      template: "paginators/configuration",
      declares: [configuration.name],
      plan: {
        client: clientSymbol(facts),
        service: facts.names.service,
        configuration: configuration.name,
      },
    },
    ...files,
  ];
  return [
    ...modules,
    {
      path: "paginators/src/index.ts",
      template: "paginators/index",
      plan: { files: modules.map(({ path }) => path.replace(/^.*\/(.*)\.ts$/, "$1")) },
    },
  ];
};

const fileOf = (module: string): string => `paginators/src/${module}.ts`;

const configurationSymbol = ({ names }: Facts): ImportSymbol => {
  const configuration = `${names.service}PaginationConfiguration`;
  return symbolOf(configuration, fileOf(configuration));
};

const planPaginator = (
  facts: Facts,
  operation: OperationShape,
  pagination: Pagination,
): PlannedFile => {
  const name = `paginate${nameOf(operation.id)}`;
  const { command, input, output } = commandSymbols(operation);
  const token = typeOf(facts, pagination.inputToken.target);
  const configuration = configurationSymbol(facts);
  const isText = token.kind === "keyword" && token.name === "string";
  const items = pagination.items && planItems(facts, operation, pagination, pagination.items, name);
  return {
    path: fileOf(name),
    template: "paginators/paginator",
    declares: [name, ...(items ? [items.name] : []), "pages"],
    plan: {
      name,
      client: clientSymbol(facts),
      command,
      input,
      output,
      token,
      configuration: isText ? configuration : apply(configuration, token),
      inputToken: pagination.inputToken.name,
      pageSize: pagination.pageSize?.name,
      nextToken: valueOnPath(PAGE, pagination.outputToken),
      documentation: docOfPages(facts, operation, pagination, name),
      items,
    },
  };
};

const PAGE = nameExpression("page");

/** How the items of all pages are given one by one: those of a list, or the entries of a map. */
const planItems = (
  facts: Facts,
  operation: OperationShape,
  pagination: Pagination,
  items: Path,
  paginator: string,
) => {
  const name = `${paginator}Items`;
  const map = isMap(facts, items);
  const value = valueOnPath(PAGE, items);
  const otherwise = (empty: Expression) => (items.optional ? binary(value, "??", empty) : value);
  return {
    name,
    values: map
      ? call(member(nameExpression("Object"), "entries"), otherwise(object([])))
      : otherwise(array([])),
    type: itemType(facts, items),
    documentation: docOfItems(facts, operation, pagination, items, name, map),
  };
};

const itemType = (facts: Facts, { end }: Path): Type => {
  const shape = dataShapeOf(facts.model, end.target);
  if (shape.type !== "list" && shape.type !== "map")
    throw new Error(`Expected ${end.target} to be a list or map, found: ${shape.type}.`);

  const target = shape.type === "list" ? shape.member.target : shape.value.target;
  const plain = typeOf(facts, target);
  const type = hasTrait(shape, "sparse") ? union(plain, keyword("null")) : plain;
  return shape.type === "list" ? type : tuple(keyword("string"), type);
};

const docOfPages = (
  facts: Facts,
  operation: OperationShape,
  { inputToken, pageSize, items }: Pagination,
  name: string,
) => {
  const { names } = facts;
  const page: CodeLine = ["  console.log(", items ? valueOnPath(PAGE, items) : PAGE, ");"];
  return documentation(
    [`Calls \`${nameOf(operation.id)}\` again and again, and gives its pages one by one.`],
    [
      ...parameters(pageSize !== undefined),
      exampleOf(facts, operation, name, [inputToken.name, pageSize?.name], "page", page),
      tag(
        "throws",
        link(names.exception),
        " What ",
        link(commandSymbols(operation).command.name),
        " throws: the first page that fails ends it.",
      ),
      tag("throws", `TypeError where the client is no ${names.client}.`),
    ],
  );
};

const docOfItems = (
  facts: Facts,
  operation: OperationShape,
  { inputToken, pageSize }: Pagination,
  items: Path,
  name: string,
  map: boolean,
) => {
  const item = map ? "[key, value]" : "item";
  const use = [`  console.log(${map ? "key, value" : "item"});`];
  return documentation(
    [
      `Calls \`${nameOf(operation.id)}\` again and again, and gives ${
        map ? "the entries" : "the items"
      } of \`${items.end.name}\` one by one. The next page is asked for when the last item of a page has been taken.`,
    ],
    [
      ...parameters(pageSize !== undefined),
      exampleOf(facts, operation, name, [inputToken.name, pageSize?.name], item, use),
    ],
  );
};

const parameters = (pageSize: boolean): DocTag[] => [
  tag("param", `config - The client${pageSize ? ", the page size" : ""} and where to begin.`),
  tag("param", "input - The input of each call. It is not changed."),
  tag("param", "options - What is passed on with each call, such as an abort signal."),
];

/** A loop over all that the paginator gives. */
const exampleOf = (
  facts: Facts,
  operation: OperationShape,
  name: string,
  omitted: readonly (string | undefined)[],
  item: string,
  use: CodeLine,
): DocTag => {
  const client = clientSymbol(facts);
  const { input } = commandSymbols(operation);
  return example(
    ["import { type ", input, ", ", client, " } from ", literal(`${facts.scope}/client`), ";"],
    ["import { ", name, " } from ", literal(`${facts.scope}/paginators`), ";"],
    [],
    ["const client = new ", client, '({ region: "us-east-1" });'],
    ["const input: ", input, " = ", ...exampleInput(facts, operation, omitted), ";"],
    [`for await (const ${item} of ${name}({ client }, input)) {`],
    use,
    ["}"],
  );
};
