/** Everything in the documents that is made from code: samples and the table of commands. `--write` mends what is out of date. */
import './snippets.ts';
import './command-table.ts';
