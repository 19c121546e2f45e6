/** What ends the command line with exit status 2: wrong usage, or input that cannot be read. One line, no stack. */
export class Failure extends Error {
  override readonly name = 'Failure';
}
