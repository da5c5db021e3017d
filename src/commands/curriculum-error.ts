import type { Diagnostic } from '../core/curriculum/diagnostic.ts';
import { printable } from '../core/text/printable.ts';
import { UserError } from '../failure.ts';

/** A curriculum that cannot be used, with everything that is wrong with it. */
export class CurriculumError extends UserError {
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[], location: string) {
    const where = printable(location);
    super(
      'curriculum-errors',
      `The curriculum in ${where} cannot be used.`,
      `Mend it and try again; mlops-path curriculum check ${where} shows this list at any time.`,
    );
    this.diagnostics = diagnostics;
  }
}
