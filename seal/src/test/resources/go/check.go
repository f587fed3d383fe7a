// Checks with golang.org/x/mod/sumdb what the ledger wrote. Each argument is a file of lines; the
// first word of a line says what the rest is. Prints a line for each line, "ok" or what is wrong.
package main

import (
	"bufio"
	"encoding/base64"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func must(err error) {
	if err != nil {
		panic(err)
	}
}

func bytesOf(text string) []byte {
	data, err := base64.StdEncoding.DecodeString(text)
	must(err)
	return data
}

func number(text string) int64 {
	n, err := strconv.ParseInt(text, 10, 64)
	must(err)
	return n
}

func hash(text string) tlog.Hash {
	h, err := tlog.ParseHash(text)
	must(err)
	return h
}

func hashes(words []string) []tlog.Hash {
	var all []tlog.Hash
	for _, word := range words {
		all = append(all, hash(word))
	}
	return all
}

// note VKEY NOTE
func checkNote(words []string) error {
	verifier, err := note.NewVerifier(words[0])
	if err != nil {
		return err
	}
	_, err = note.Open(bytesOf(words[1]), note.VerifierList(verifier))
	return err
}

// leaf SIZE ROOT INDEX LEAF HASH...
func checkLeaf(words []string) error {
	record := tlog.RecordHash(bytesOf(words[3]))
	return tlog.CheckRecord(
		tlog.RecordProof(hashes(words[4:])), number(words[0]), hash(words[1]), number(words[2]), record)
}

// tree SIZE ROOT OLDSIZE OLDROOT HASH...
func checkTree(words []string) error {
	return tlog.CheckTree(
		tlog.TreeProof(hashes(words[4:])), number(words[0]), hash(words[1]), number(words[2]), hash(words[3]))
}

type folder string

func (f folder) Height() int                         { return 8 }
func (f folder) SaveTiles(_ []tlog.Tile, _ [][]byte) {}

func (f folder) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	var all [][]byte
	for _, tile := range tiles {
		path := strings.TrimPrefix(tile.Path(), "tile/8/")
		data, err := os.ReadFile(filepath.Join(string(f), "tile", path))
		if err != nil {
			return nil, err
		}
		all = append(all, data)
	}
	return all, nil
}

// tiles FOLDER SIZE ROOT: reads each leaf's hash by way of the tiles, all checked to the root.
func checkTiles(words []string) error {
	tree := tlog.Tree{N: number(words[1]), Hash: hash(words[2])}
	reader := tlog.TileHashReader(tree, folder(words[0]))
	for n := int64(0); n < tree.N; n += 97 {
		if _, err := reader.ReadHashes([]int64{tlog.StoredHashIndex(0, n)}); err != nil {
			return err
		}
	}
	return nil
}

// sign SKEY TEXT: prints a signed note.
func sign(words []string) error {
	signer, err := note.NewSigner(words[0])
	if err != nil {
		return err
	}
	signed, err := note.Sign(&note.Note{Text: string(bytesOf(words[1]))}, signer)
	if err != nil {
		return err
	}
	return fmt.Errorf("%s", base64.StdEncoding.EncodeToString(signed))
}

func check(line string) error {
	words := strings.Fields(line)
	checks := map[string]func([]string) error{
		"note": checkNote, "leaf": checkLeaf, "tree": checkTree, "tiles": checkTiles, "sign": sign,
	}
	return checks[words[0]](words[1:])
}

func main() {
	file, err := os.Open(os.Args[1])
	must(err)
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		if err := check(lines.Text()); err != nil {
			fmt.Println(strings.ReplaceAll(err.Error(), "\n", " "))
		} else {
			fmt.Println("ok")
		}
	}
	must(lines.Err())
}
