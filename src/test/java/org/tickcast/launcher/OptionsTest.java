package org.tickcast.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What we add to the options of the server leaves those of the user as they were. */
class OptionsTest {

    @Test
    void an_option_is_found_however_it_is_written() {
        assertThat(new Options(List.of("--SSLport", "1")).has("--sslPort")).isTrue();
        assertThat(new Options(List.of("--port", "1")).has("--sslPort")).isFalse();
    }

    @Test
    void commands_of_ours_come_after_those_of_the_user(@TempDir Path directory) throws Exception {
        Path own = Files.writeString(directory.resolve("own.txt"), "set a=1");

        Options more =
                new Options(List.of("--prebootcommandfile", own.toString(), "--port", "1")).withCommands("set b=2");

        assertThat(more.words()).hasSize(4).startsWith("--prebootcommandfile").endsWith("--port", "1");
        assertThat(Path.of(more.words().get(1))).hasContent("set a=1\nset b=2");
        assertThat(own).hasContent("set a=1");
    }

    @Test
    void commands_of_ours_stand_alone_where_there_are_no_others() throws Exception {
        Options more = new Options(List.of()).withCommands("set b=2");

        assertThat(more.words()).hasSize(2).startsWith("--preBootCommandFile");
        assertThat(Path.of(more.words().get(1))).hasContent("set b=2");
    }
}
