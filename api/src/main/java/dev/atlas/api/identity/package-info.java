/** Users, roles, signing in, tokens, credentials, secrets and the audit trail over HTTP. */
@NullMarked
package dev.atlas.api.identity;

import org.jspecify.annotations.NullMarked;
