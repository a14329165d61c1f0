// Tests of properties draw the same cases in every run of the mutation check: which breaks they notice does not depend on chance.
import fc from 'fast-check';

fc.configureGlobal({ seed: 1 });
