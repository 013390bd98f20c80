import { type IncomingMessage, type ServerResponse as NodeResponse, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import type { ServerRequest, ServerResponse } from "@wickr-admin/runtime/server";
import { milliseconds, systemClock } from "../clock.js";
import { Simulator, type SimulatorOptions } from "../simulator.js";
import { CONTROL, answerControl } from "./control.js";
import { Cors } from "./cors.js";
import { joinLater } from "./join-later.js";
import { readIncoming } from "./read-incoming.js";
import { type LogLevel, describeRequest } from "./request-log.js";
import { type Durability, Store } from "./store.js";

/** How a server is set up. Every member has a default. */
export interface ServerOptions extends Omit<SimulatorOptions, "endpoint"> {
  /** A free one if 0 or not given. */
  readonly port?: number | undefined;
  /** `127.0.0.1` if not given: nobody else can reach it. */
  readonly host?: string | undefined;
  /** The file that keeps the state; memory only if not given. A state that it holds goes before the scene. */
  readonly stateFile?: string | undefined;
  /** When answers may go out; `disk` if not given. */
  readonly durability?: Durability | undefined;
  /** Origins whose pages may use the service; none if not given. */
  readonly cors?: readonly string[] | undefined;
  /** Whether `/_simulator/…` answers; true if not given. */
  readonly control?: boolean | undefined;
  /** So many seconds after an invitation it is accepted; people are left alone if not given. */
  readonly joinAfter?: number | undefined;
  /** Gets the lines of the request log. */
  readonly log?: ((line: string) => void) | undefined;
  /** How much the log says; `requests` if not given. */
  readonly logLevel?: LogLevel | undefined;
  /** Whether the global `Request` and `Response` may be replaced by faster ones; for a process of one's own. */
  readonly replaceGlobals?: boolean | undefined;
}

/** A simulator that listens. */
export interface RunningServer {
  readonly url: string;
  readonly simulator: Simulator;
  /** Answers what was asked, writes the state, and lets go of all. */
  close(): Promise<void>;
}

/** How long requests may still take when the server stops, in milliseconds. */
const GRACE = 5_000;
/** Says to the adapter that nothing is left to send. */
const SENT = { "x-hono-already-sent": "true" };

/** Starts a simulator that any client can be pointed at. */
export const startServer = async (options: ServerOptions = {}): Promise<RunningServer> => {
  const { stateFile, durability = "disk", host = "127.0.0.1", port = 0 } = options;
  const store = stateFile === undefined ? undefined : await Store.open(stateFile, durability);
  const base = options.clock ?? systemClock;
  let ahead = 0;
  const seed = options.seed ?? store?.found?.seed ?? 0;
  const simulator = new Simulator(
    { ...options, seed, clock: () => base() + ahead },
    { state: store?.found?.state, ...(store && { settle: () => store.settle() }) },
  );
  if (store) {
    await store.begin(seed, simulator.settings, simulator.state);
    simulator.onChange((change) => store.record(change));
  }
  const { joinAfter } = options;
  const stopJoining = joinAfter === undefined ? undefined : joinLater(simulator, joinAfter);
  const controlled = {
    simulator,
    advance: (by: Parameters<typeof milliseconds>[0]) => {
      ahead += milliseconds(by);
    },
    settle: async () => store?.settle(),
    replaced: async () => store?.replace(simulator.state),
  };
  const { control = true } = options;
  const respond = (request: ServerRequest): ServerResponse | Promise<ServerResponse> =>
    control && request.url.startsWith(CONTROL)
      ? answerControl(controlled, request)
      : simulator.respond(request);

  const server = createServer(createListener(options, simulator, respond));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  }).catch(async (error: unknown) => {
    await store?.close();
    throw error;
  });
  const address = server.address() as AddressInfo;
  const name = address.family === "IPv6" ? `[${address.address}]` : address.address;
  return {
    url: `http://${name}:${address.port}`,
    simulator,
    close: async () => {
      stopJoining?.();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeIdleConnections();
      const timer = setTimeout(() => server.closeAllConnections(), GRACE);
      await closed;
      clearTimeout(timer);
      await store?.close();
    },
  };
};

/** What Node calls for each request. */
const createListener = (
  { cors, log, logLevel = "requests", replaceGlobals = false }: ServerOptions,
  simulator: Simulator,
  respond: (request: ServerRequest) => ServerResponse | Promise<ServerResponse>,
) => {
  const allowed = cors && new Cors(cors);

  const send = (
    { status, headers, body }: ServerResponse,
    { incoming, outgoing }: Bindings,
  ): Response | Promise<Response> => {
    if (status === 0) {
      outgoing.destroy();
      return new Response(null, { headers: SENT });
    }
    const all = allowed ? { ...headers, ...allowed.headers(incoming.headers.origin) } : headers;
    if (body instanceof ReadableStream) return breakOff(outgoing, status, all, body);
    return new Response((body ?? null) as BodyInit | null, { status, headers: all });
  };

  const answer = (
    request: ServerRequest,
    { incoming }: Bindings,
  ): ServerResponse | Promise<ServerResponse> => {
    if (!allowed || request.method !== "OPTIONS") return respond(request);
    const requested = incoming.headers["access-control-request-headers"];
    const headers = allowed.preflight(incoming.headers.origin, requested);
    return { status: 204, headers, body: undefined };
  };

  const listener: FetchCallback = (fetchRequest, env) => {
    const bindings = env as Bindings;
    const start = performance.now();
    return proceed(readIncoming(fetchRequest, bindings.incoming), (request) =>
      proceed(answer(request, bindings), (response) => {
        if (log) {
          const operation = simulator.operationOf(request);
          const duration = performance.now() - start;
          log(describeRequest({ request, response, operation, duration }, logLevel));
        }
        return send(response, bindings);
      }),
    );
  };
  return getRequestListener(listener, { overrideGlobalObjects: replaceGlobals });
};

type FetchCallback = Parameters<typeof getRequestListener>[0];

/** What the adapter gives beside the request. */
interface Bindings {
  readonly incoming: IncomingMessage;
  readonly outgoing: NodeResponse;
}

/** Goes on at once where nothing has to be waited for: the adapter answers faster then. */
const proceed = <From, To>(
  value: From | Promise<From>,
  step: (value: From) => To | Promise<To>,
): To | Promise<To> => (value instanceof Promise ? value.then(step) : step(value));

/** Only bodies that break off are streams: sends what there is of one, then cuts the connection. */
const breakOff = async (
  outgoing: NodeResponse,
  status: number,
  headers: Readonly<Record<string, string>>,
  body: ReadableStream<Uint8Array>,
): Promise<Response> => {
  outgoing.writeHead(status, headers);
  const { value } = await body.getReader().read();
  outgoing.write(value, () => outgoing.destroy());
  return new Response(null, { headers: SENT });
};
