/**
 * The rules that hold the house, as tests: who imports whom, what a view may hold, what a tracked file may say.
 */
@NullMarked
package contested.architecture;

import org.jspecify.annotations.NullMarked;
