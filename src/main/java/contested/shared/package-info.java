/**
 * Values and small parts that every room needs. Imports nothing of ours.
 */
@NullMarked
package contested.shared;

import org.jspecify.annotations.NullMarked;
