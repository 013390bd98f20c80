/** Why a command cannot go on: a message for a person, without a stack. */
export class Failure extends Error {}
