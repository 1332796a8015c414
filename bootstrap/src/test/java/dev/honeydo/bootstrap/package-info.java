@NullMarked
package dev.honeydo.bootstrap;

import org.jspecify.annotations.NullMarked;
