/** The pages in {@code docs} that are made of the code, and that turn the build red when stale. */
@NullMarked
package dev.honeydo.architecture.pages;

import org.jspecify.annotations.NullMarked;
