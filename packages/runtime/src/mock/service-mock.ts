import type { HttpHandler } from "msw";
import { type CallContext, type Reaction, Rule } from "./behavior.js";
import {
  type Answer,
  type Call,
  type EndpointOptions,
  type ErrorLike,
  type OperationSchema,
  type ServerResponse,
  checkInput,
  countedIds,
  createService,
  exampleOutput,
  locator,
  readFetchRequest,
  toResponse,
} from "@wickr-admin/runtime/server";
import { type PartialInput, equalsInput, matchesInput } from "./matches-input.js";
import { createHandler } from "./msw-handler.js";
import { type Delay, wait } from "./wait.js";

/** The operations of a service by their names. */
export type Operations = Readonly<Record<string, OperationSchema>>;

/** What an operation's requests are decoded to. */
export type InputOf<Operation extends OperationSchema> = NonNullable<Operation["__types"]>["input"];

/** What an operation's responses are decoded to by the client. */
export type OutputOf<Operation extends OperationSchema> = NonNullable<
  Operation["__types"]
>["output"];

/** A command's class, which knows the name of its operation. */
export interface CommandClass<Name> {
  readonly operationName: Name;
}

/** An error to answer with: an exception of the client, a message, or the members of an error. */
export type Rejection = Error | ErrorLike | string;

/** How a mock answers. Every member has a default. */
export interface MockOptions extends EndpointOptions {
  /** Milliseconds before each answer. */
  readonly delay?: Delay | undefined;
  /** Whether inputs are checked against the model's constraints first. True if not given. */
  readonly validate?: boolean | undefined;
}

/** Says how calls are answered. What is set for one time is used up first, in order. */
export interface Behavior<Ops extends Operations, Input extends object, Output extends object> {
  /** Answers with this output. Members that are left out are not sent. */
  resolves(output: Answer<Output>): ServiceMock<Ops>;
  /** Answers with this output one time. */
  resolvesOnce(output: Answer<Output>): Behavior<Ops, Input, Output>;
  /** Answers with this error. */
  rejects(error?: Rejection): ServiceMock<Ops>;
  /** Answers with this error one time. */
  rejectsOnce(error?: Rejection): Behavior<Ops, Input, Output>;
  /** Answers with what the function returns, or with the error it throws. */
  callsFake(fake: Fake<Input, Output>): ServiceMock<Ops>;
  /** Asks the function one time. */
  callsFakeOnce(fake: Fake<Input, Output>): Behavior<Ops, Input, Output>;
  /** Goes on with the calls of an operation; see {@link ServiceMock.on}. */
  on<Name extends keyof Ops>(
    command: CommandClass<Name>,
    input?: PartialInput<InputOf<Ops[Name]>>,
    strict?: boolean,
  ): Behavior<Ops, InputOf<Ops[Name]>, OutputOf<Ops[Name]>>;
  /** Goes on with the calls of all operations. */
  onAnyCommand(input?: object, strict?: boolean): Behavior<Ops, object, object>;
}

/** Stands in for the service: gets the decoded input, returns an output or throws one of the client's errors. */
export type Fake<Input extends object, Output extends object> = (
  input: Input,
  context: CallContext,
) => Answer<Output> | undefined | Promise<Answer<Output> | undefined>;

/** A call that reached the mock. Each try of a client is one. */
export interface MockCall<Input extends object = object> {
  /** The name of the operation. */
  readonly operation: string;
  /** The input, decoded from the request. What was not sent is not there, be there a default or not. */
  readonly input: Input;
  /** The same input where stubs have it: `call.args[0].input`. */
  readonly args: readonly [{ readonly input: Input }];
  /** The request as it was sent; its body can still be read. */
  readonly request: Request;
  /** Counts from 1: which try of the client's this is. */
  readonly attempt: number;
  /** What was answered; undefined as long as the answer is on its way. */
  readonly response: ServerResponse | undefined;
  /** The error that was answered; undefined if the call succeeded. */
  readonly error: unknown;
}

/**
 * A service that answers as it is told. What is set on the mock itself (`mock.resolves(…)`) holds for
 * calls that nothing more particular was set for.
 */
export interface ServiceMock<Ops extends Operations> extends Behavior<Ops, object, object> {
  /** For msw: `setupServer(...mock.handlers)`, `setupWorker(...mock.handlers)`. */
  readonly handlers: readonly HttpHandler[];
  /** Answers a request without msw. */
  fetch(request: Request): Promise<Response>;
  /**
   * Goes on with the calls of an operation. What is set later counts before what was set earlier.
   *
   * @param input - Only calls whose input has at least these members.
   * @param strict - Whether the input may have no others.
   */
  on<Name extends keyof Ops>(
    command: CommandClass<Name>,
    input?: PartialInput<InputOf<Ops[Name]>>,
    strict?: boolean,
  ): Behavior<Ops, InputOf<Ops[Name]>, OutputOf<Ops[Name]>>;
  /** The calls so far, or those of an operation, in the order of their arrival. */
  calls(): readonly MockCall[];
  calls<Name extends keyof Ops>(
    command: CommandClass<Name>,
  ): readonly MockCall<InputOf<Ops[Name]>>[];
  /** The nth call, from 0; from the end if negative. */
  call(n: number): MockCall;
  /** The calls of an operation whose input has at least these members. */
  commandCalls<Name extends keyof Ops>(
    command: CommandClass<Name>,
    input?: PartialInput<InputOf<Ops[Name]>>,
    strict?: boolean,
  ): readonly MockCall<InputOf<Ops[Name]>>[];
  /** Forgets what was set and what was called. */
  reset(): ServiceMock<Ops>;
  /** Forgets what was called. */
  resetHistory(): ServiceMock<Ops>;
  /** Forgets what was set: all operations answer with their examples again. */
  resetBehavior(): ServiceMock<Ops>;
  /** The same as `reset`: nothing was replaced that would have to be put back. */
  restore(): void;
}

/** Mocks the operations of a service. */
export const createServiceMock = <Ops extends Operations>(
  operations: Ops,
  options: MockOptions = {},
): ServiceMock<Ops> => new Mock(operations, options);

/** A call while its answer is on its way. */
type OpenCall = { -readonly [Name in keyof MockCall]: MockCall[Name] };

/** What goes along with a request through the service. */
interface Context {
  readonly request: Request;
  call?: OpenCall;
}

class Mock<Ops extends Operations> implements ServiceMock<Ops> {
  readonly handlers: readonly HttpHandler[];
  readonly #operations: ReadonlyMap<string, OperationSchema>;
  readonly #options: MockOptions;
  readonly #locate: (url: string) => string | undefined;
  readonly #service;
  #rules: Rule[] = [];
  /** What is said of the mock as a whole; counts where no rule does, whenever it was said. */
  #rest = new Rule(undefined, undefined, false);
  #calls: OpenCall[] = [];
  #requestId = countedIds();

  constructor(operations: Ops, options: MockOptions) {
    this.#operations = new Map(Object.entries(operations));
    this.#options = options;
    this.#locate = locator(options.endpoint);
    this.#service = createService(
      this.#operations.values(),
      (call, context: Context) => this.#answer(call, context),
      {
        // Calls are recorded before they are checked, and as they were sent.
        validate: false,
        defaults: false,
        requestId: () => this.#requestId(),
      },
    );
    const label = `${this.#operations.size} operations`;
    this.handlers = [
      createHandler(
        label,
        (request) => this.#accepts(request),
        (request) => this.fetch(request),
      ),
    ];
  }

  /** With an endpoint of its own, unknown paths are the mock's too; without one, they may be someone else's. */
  #accepts(request: Request): boolean {
    const url = this.#locate(request.url);
    if (url === undefined) return false;
    return (
      this.#options.endpoint !== undefined ||
      this.#service.operationOf(request.method, url) !== undefined
    );
  }

  async fetch(request: Request): Promise<Response> {
    const context: Context = { request: request.clone() };
    const received = await readFetchRequest(request, this.#locate(request.url) ?? "");
    await wait(this.#options.delay);
    const response = await this.#service.answer(received, context);
    if (context.call) context.call.response = response;
    return toResponse(response);
  }

  async #answer(
    { operation, input, attempt }: Call,
    context: Context,
  ): Promise<object | undefined> {
    const { request } = context;
    const { name } = operation;
    const call: OpenCall = {
      operation: name,
      input,
      args: [{ input }],
      request,
      attempt,
      response: undefined,
      error: undefined,
    };
    context.call = call;
    this.#calls.push(call);
    try {
      if (this.#options.validate !== false) checkInput(operation, input);
      const reaction = this.#reaction(operation, input);
      if (!reaction) return exampleOutput(operation);
      return await reaction(input, { operation: name, request: request.clone(), attempt });
    } catch (error) {
      call.error = error;
      throw error;
    }
  }

  #reaction(operation: OperationSchema, input: object): Reaction | undefined {
    for (const rule of [...this.#rules, this.#rest]) {
      const reaction = rule.covers(operation, input) ? rule.next() : undefined;
      if (reaction) return reaction;
    }
    return undefined;
  }

  on<Name extends keyof Ops>(
    command: CommandClass<Name>,
    input?: PartialInput<InputOf<Ops[Name]>>,
    strict = false,
  ): Behavior<Ops, InputOf<Ops[Name]>, OutputOf<Ops[Name]>> {
    return this.#newRule(this.#operationOf(command), input as object | undefined, strict);
  }

  onAnyCommand(input?: object, strict = false): Behavior<Ops, object, object> {
    return this.#newRule(undefined, input, strict);
  }

  #newRule<Input extends object, Output extends object>(
    operation: OperationSchema | undefined,
    expected: object | undefined,
    strict: boolean,
  ): Behavior<Ops, Input, Output> {
    const rule = new Rule(operation, expected, strict);
    this.#rules.unshift(rule);
    return new RuleBehavior<Ops, Input, Output>(this, rule);
  }

  get #default(): Behavior<Ops, object, object> {
    return new RuleBehavior(this, this.#rest);
  }

  resolves(output: object): ServiceMock<Ops> {
    return this.#default.resolves(output);
  }

  resolvesOnce(output: object): Behavior<Ops, object, object> {
    return this.#default.resolvesOnce(output);
  }

  rejects(error?: Rejection): ServiceMock<Ops> {
    return this.#default.rejects(error);
  }

  rejectsOnce(error?: Rejection): Behavior<Ops, object, object> {
    return this.#default.rejectsOnce(error);
  }

  callsFake(fake: Fake<object, object>): ServiceMock<Ops> {
    return this.#default.callsFake(fake);
  }

  callsFakeOnce(fake: Fake<object, object>): Behavior<Ops, object, object> {
    return this.#default.callsFakeOnce(fake);
  }

  calls<Name extends keyof Ops>(
    command?: CommandClass<Name>,
  ): readonly MockCall<InputOf<Ops[Name]>>[] {
    return command ? this.commandCalls(command) : [...this.#calls];
  }

  call(n: number): MockCall {
    const call = this.#calls.at(n);
    if (!call) throw new RangeError(`There is no call ${n}: ${this.#calls.length} were made.`);
    return call;
  }

  commandCalls<Name extends keyof Ops>(
    command: CommandClass<Name>,
    input?: PartialInput<InputOf<Ops[Name]>>,
    strict = false,
  ): readonly MockCall<InputOf<Ops[Name]>>[] {
    const { name } = this.#operationOf(command);
    const fits = strict ? equalsInput : matchesInput;
    return this.#calls.filter(
      (call) => call.operation === name && (input === undefined || fits(call.input, input)),
    );
  }

  #operationOf({ operationName }: CommandClass<keyof Ops>): OperationSchema {
    const operation = this.#operations.get(String(operationName));
    if (!operation)
      throw new TypeError(`${String(operationName)} is not an operation of this mock.`);
    return operation;
  }

  reset(): ServiceMock<Ops> {
    this.#requestId = countedIds();
    return this.resetHistory().resetBehavior();
  }

  resetHistory(): ServiceMock<Ops> {
    this.#calls = [];
    return this;
  }

  resetBehavior(): ServiceMock<Ops> {
    this.#rules = [];
    this.#rest = new Rule(undefined, undefined, false);
    return this;
  }

  restore(): void {
    this.reset();
  }
}

class RuleBehavior<
  Ops extends Operations,
  Input extends object,
  Output extends object,
> implements Behavior<Ops, Input, Output> {
  readonly #mock: ServiceMock<Ops>;
  readonly #rule: Rule;

  constructor(mock: ServiceMock<Ops>, rule: Rule) {
    this.#mock = mock;
    this.#rule = rule;
  }

  resolves(output: Answer<Output>): ServiceMock<Ops> {
    return this.#always(() => output);
  }

  resolvesOnce(output: Answer<Output>): this {
    return this.#once(() => output);
  }

  rejects(error?: Rejection): ServiceMock<Ops> {
    return this.#always(throws(error));
  }

  rejectsOnce(error?: Rejection): this {
    return this.#once(throws(error));
  }

  callsFake(fake: Fake<Input, Output>): ServiceMock<Ops> {
    return this.#always(fake as Reaction);
  }

  callsFakeOnce(fake: Fake<Input, Output>): this {
    return this.#once(fake as Reaction);
  }

  on<Name extends keyof Ops>(
    command: CommandClass<Name>,
    input?: PartialInput<InputOf<Ops[Name]>>,
    strict?: boolean,
  ): Behavior<Ops, InputOf<Ops[Name]>, OutputOf<Ops[Name]>> {
    return this.#mock.on(command, input, strict);
  }

  onAnyCommand(input?: object, strict?: boolean): Behavior<Ops, object, object> {
    return this.#mock.onAnyCommand(input, strict);
  }

  #always(reaction: Reaction): ServiceMock<Ops> {
    this.#rule.always(reaction);
    return this.#mock;
  }

  #once(reaction: Reaction): this {
    this.#rule.once(reaction);
    return this;
  }
}

/** Text is the message of an error, as with other stubs. */
const throws = (error: Rejection | undefined): Reaction => {
  const thrown = typeof error === "string" || error === undefined ? new Error(error) : error;
  return () => {
    throw thrown;
  };
};
