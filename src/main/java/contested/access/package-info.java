/**
 * Who may do what, as one readable table: {@link Permission}. Imports shared only.
 */
@NullMarked
package contested.access;

import org.jspecify.annotations.NullMarked;
