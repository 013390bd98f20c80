/** The AWS credential chain, in a module of its own: it is large, and few clients need it. */
export { defaultProvider } from "@aws-sdk/credential-provider-node";
