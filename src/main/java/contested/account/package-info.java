/**
 * Accounts of staff and members, sign-in, sanctions on an account. Imports access and shared.
 */
@NullMarked
package contested.account;

import org.jspecify.annotations.NullMarked;
