/** Users and roles, signing in, tokens, credentials, secrets, and the audit trail. */
@NullMarked
package dev.atlas.application.identity;

import org.jspecify.annotations.NullMarked;
