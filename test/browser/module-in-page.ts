import type { Browser, Page } from "playwright-core";
import { launchChromium } from "./chromium.js";
import { type PageServer, servePage } from "./page-server.js";

type Functions = Readonly<Record<string, (...args: never[]) => unknown>>;

/** A module of `pages` that runs in Chromium, and whose functions tests can call. */
export class ModuleInPage<Module extends Functions> {
  #page: Page | undefined;

  private constructor(
    private readonly server: PageServer,
    private readonly browser: Browser,
  ) {}

  static async start<Module extends Functions>(name: string): Promise<ModuleInPage<Module>> {
    const server = await servePage(name);
    return new ModuleInPage(server, await launchChromium());
  }

  /** Where pages come from. */
  get origin(): string {
    return this.server.origin;
  }

  /** Opens the page anew: nothing of what was before is left. */
  async open(): Promise<void> {
    await this.#page?.context().close();
    this.#page = await this.browser.newPage();
    await this.#page.goto(this.origin);
  }

  /** Calls a function of the module; arguments and result pass as JSON. */
  async call<Name extends keyof Module & string>(
    name: Name,
    ...args: Parameters<Module[Name]>
  ): Promise<Awaited<ReturnType<Module[Name]>>> {
    // A text, as tests' own functions are not what they look like once they are compiled.
    const call = `import("/page.js").then((page) => page.${name}(...${JSON.stringify(args)}))`;
    return (await this.#page!.evaluate(call)) as Awaited<ReturnType<Module[Name]>>;
  }

  async stop(): Promise<void> {
    await this.browser.close();
    await this.server.close();
  }
}
