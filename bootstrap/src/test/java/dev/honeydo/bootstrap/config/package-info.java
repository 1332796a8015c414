@NullMarked
package dev.honeydo.bootstrap.config;

import org.jspecify.annotations.NullMarked;
