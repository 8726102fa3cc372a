/**
 * What tests stand on: a portal that runs, a browser, a database, a debate written for the purpose.
 */
@NullMarked
package contested.support;

import org.jspecify.annotations.NullMarked;
