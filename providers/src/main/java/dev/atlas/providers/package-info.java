/** Providers of models, spoken to over the network: what is said is LangChain4j's work, how it is carried is done here. */
@NullMarked
package dev.atlas.providers;

import org.jspecify.annotations.NullMarked;
