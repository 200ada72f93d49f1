/** The same search each time, so that a test which fails under a changed law fails because of the law. */
import fc from 'fast-check';

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: 20_230_710 });
