package org.tickcast.testing;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A line that the code may log, read off its source: what is known only when it is logged is an ellipsis. */
public record LogLine(boolean isForOperators, String text) {

    private static final String SOMETHING = "…";

    /** The sentences in these classes are logged elsewhere, as they are. */
    private static final List<String> OF_SENTENCES = List.of("Cautions.java", "SettingNames.java");

    public static List<LogLine> all() throws IOException {
        List<LogLine> lines = new ArrayList<>();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            var sources = files.getJavaFileObjectsFromPaths(javaFiles());
            var task = (JavacTask) compiler.getTask(null, files, null, List.of(), null, sources);
            task.parse().forEach(source -> {
                boolean ofSentences = OF_SENTENCES.stream()
                        .anyMatch(name -> source.getSourceFile().getName().endsWith(name));
                (ofSentences ? new Sentences(lines) : new Calls(lines)).scan(source, null);
            });
        }
        return lines;
    }

    public static List<Path> javaFiles() throws IOException {
        try (Stream<Path> all = Files.walk(Path.of("src/main/java"))) {
            return all.filter(path -> path.toString().endsWith(".java")).toList();
        }
    }

    /** Whether the line can be what is quoted, in which an ellipsis stands for anything too. */
    public boolean canRead(String quoted) {
        return meet(text, quoted);
    }

    private static boolean meet(String one, String other) {
        if (other.startsWith(SOMETHING) && !one.startsWith(SOMETHING)) {
            return meet(other, one);
        }
        if (one.startsWith(SOMETHING)) {
            return meet(one.substring(1), other) || (!other.isEmpty() && meet(one, other.substring(1)));
        }
        return one.isEmpty() || other.isEmpty()
                ? one.equals(other)
                : one.charAt(0) == other.charAt(0) && meet(one.substring(1), other.substring(1));
    }

    private static String textOf(ExpressionTree expression) {
        if (expression instanceof LiteralTree literal && literal.getValue() instanceof String text) {
            return text.replaceAll("\\{\\d+}", SOMETHING).replace("''", "'");
        }
        if (expression instanceof BinaryTree sum && sum.getKind() == Tree.Kind.PLUS) {
            return textOf(sum.getLeftOperand()) + textOf(sum.getRightOperand());
        }
        return SOMETHING;
    }

    /** What is given to a logger. */
    private static final class Calls extends TreeScanner<Void, Void> {

        private final List<LogLine> found;

        Calls(List<LogLine> found) {
            this.found = found;
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void none) {
            if (call.getMethodSelect().toString().equals("LOG.log")) {
                String level = call.getArguments().get(0).toString();
                String text = textOf(call.getArguments().get(1));
                if (!text.equals(SOMETHING)) {
                    found.add(new LogLine(!level.endsWith("DEBUG"), text));
                }
            }
            return super.visitMethodInvocation(call, none);
        }
    }

    /** Each text that begins with a capital and goes on for more than a word. */
    private static final class Sentences extends TreeScanner<Void, Void> {

        private final List<LogLine> found;

        Sentences(List<LogLine> found) {
            this.found = found;
        }

        @Override
        public Void visitBinary(BinaryTree sum, Void none) {
            return take(sum) ? none : super.visitBinary(sum, none);
        }

        @Override
        public Void visitLiteral(LiteralTree literal, Void none) {
            take(literal);
            return none;
        }

        private boolean take(ExpressionTree expression) {
            String text = textOf(expression);
            return text.matches("[A-Z][a-z]* .+") && found.add(new LogLine(true, text));
        }
    }
}
