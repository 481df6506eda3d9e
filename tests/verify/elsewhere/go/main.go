// Judges what Clearlane made by golang.org/x/mod/sumdb: a log's checkpoint, its tiles, and proofs made out of them by either side.
package main

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type proof struct {
	Index  int64
	Old    int64
	Leaf   []byte
	Root   []byte
	Hashes [][]byte
}

type asked struct {
	Folder, Key            string
	Inclusion, Consistency []proof
}

type made struct {
	Size                   int64
	Root                   []byte
	Right                  []bool
	Inclusion, Consistency [][][]byte
}

type folder string

func (f folder) Height() int                         { return 8 }
func (f folder) SaveTiles(_ []tlog.Tile, _ [][]byte) {}
func (f folder) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	var all [][]byte
	for _, tile := range tiles {
		path := strings.Replace(tile.Path(), "tile/8/", "tile/", 1)
		body, err := os.ReadFile(filepath.Join(string(f), path))
		if err != nil {
			return nil, err
		}
		all = append(all, body)
	}
	return all, nil
}

func hash(raw []byte) (found tlog.Hash) { copy(found[:], raw); return }

func hashes(raw [][]byte) (found []tlog.Hash) {
	for _, one := range raw {
		found = append(found, hash(one))
	}
	return
}

func bytes(all []tlog.Hash) [][]byte {
	found := [][]byte{}
	for _, one := range all {
		found = append(found, append([]byte{}, one[:]...))
	}
	return found
}

func must[T any](value T, err error) T {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	return value
}

func main() {
	var given asked
	if err := json.NewDecoder(os.Stdin).Decode(&given); err != nil {
		panic(err)
	}
	key := must(note.NewVerifier(given.Key))
	body := must(os.ReadFile(filepath.Join(given.Folder, "checkpoint")))
	opened := must(note.Open(body, note.VerifierList(key)))
	lines := strings.Split(opened.Text, "\n")
	var found made
	fmt.Sscan(lines[1], &found.Size)
	found.Root = must(base64.StdEncoding.DecodeString(lines[2]))
	tree := tlog.Tree{N: found.Size, Hash: hash(found.Root)}
	reader := tlog.TileHashReader(tree, folder(given.Folder))
	for _, one := range given.Inclusion {
		own := must(tlog.ProveRecord(tree.N, one.Index, reader))
		found.Inclusion = append(found.Inclusion, bytes(own))
		found.Right = append(found.Right, tlog.CheckRecord(hashes(one.Hashes), tree.N, tree.Hash, one.Index, hash(one.Leaf)) == nil)
	}
	for _, one := range given.Consistency {
		own := must(tlog.ProveTree(tree.N, one.Old, reader))
		found.Consistency = append(found.Consistency, bytes(own))
		found.Right = append(found.Right, tlog.CheckTree(hashes(one.Hashes), tree.N, tree.Hash, one.Old, hash(one.Root)) == nil)
	}
	json.NewEncoder(os.Stdout).Encode(found)
}
